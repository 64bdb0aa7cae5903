package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as readers see them. */
public interface Entries {
    Uni<Optional<Entry>> byId(WorkspaceId workspace, UUID id);

    Uni<Optional<Entry>> bySequence(WorkspaceId workspace, long sequence);

    /**
     * Newest first.
     *
     * @param below where the page before ended
     */
    Uni<List<Entry>> matching(WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit);

    /** Oldest first, with what was published about them. */
    Uni<List<Proven>> between(WorkspaceId workspace, long after, long last, int limit);

    /** @param checkpointed the hash that was published for the entry, null when none was */
    record Proven(Entry entry, @Nullable Hash checkpointed) {}
}
