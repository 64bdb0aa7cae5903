package io.omniflow.integration.sync.domain;

import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a ticket's owner told that concerns issues. */
public sealed interface TicketNews {
    WorkspaceId workspace();

    UUID ticketId();

    /** A fact of the ticket, which has a version. */
    sealed interface Fact extends TicketNews {
        long version();
    }

    /**
     * The answer to a link's question for its ticket.
     *
     * @param question the link's command it answers
     */
    record Reported(
            WorkspaceId workspace,
            UUID ticketId,
            LinkId link,
            UUID question,
            long version,
            TicketStatus status,
            Instant at)
            implements TicketNews {}

    /**
     * @param correlation the link's id when one of its commands brought it about
     * @param causation that command
     */
    record StatusChanged(
            WorkspaceId workspace,
            UUID ticketId,
            long version,
            TicketStatus status,
            Instant at,
            Optional<UUID> correlation,
            Optional<UUID> causation)
            implements Fact {

        /** As the link sees it: its own doing, or somebody else's. */
        public StatusChange over(LinkId link) {
            boolean ours = correlation.equals(Optional.of(link.value()));
            return new StatusChange(status, at, ours ? causation.orElse(null) : null);
        }
    }

    /** The ticket had that status already when the owner came to the command. */
    record NothingToChange(
            WorkspaceId workspace, UUID ticketId, LinkId link, UUID command, TicketStatus status, Instant at)
            implements TicketNews {}

    record CommandRefused(WorkspaceId workspace, UUID ticketId, LinkId link, UUID command) implements TicketNews {}

    record Merged(WorkspaceId workspace, UUID ticketId, long version) implements Fact {}

    /** Told of both tickets; only the one that had been merged away is tied again. */
    record Unmerged(WorkspaceId workspace, UUID ticketId, long version, TicketStatus status, Instant at)
            implements Fact {}

    /**
     * The ticket was merged into another.
     *
     * @param into the number of the other
     */
    record Absorbed(WorkspaceId workspace, UUID ticketId, long into) implements TicketNews {}

    /** Somebody here wrote a note that engineering shall read as well. */
    record NoteForEngineering(WorkspaceId workspace, UUID ticketId, long version, long number, String body)
            implements Fact {}
}
