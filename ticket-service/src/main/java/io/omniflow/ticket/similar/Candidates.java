package io.omniflow.ticket.similar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tickets worth comparing, found by indexes. */
public interface Candidates {
    /**
     * Some tickets with a title like this one's, two of its words, or one of its contacts; never the ticket itself, nor one that is
     * merged into another.
     *
     * @param words of the title that tell something
     * @return by id, how much of the titles' letters agree, from 0 to 1
     */
    Uni<Map<UUID, Double>> of(WorkspaceId workspace, Ticket ticket, Set<String> words);
}
