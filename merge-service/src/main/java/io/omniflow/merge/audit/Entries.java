package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Redaction;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as readers see them. */
public interface Entries {
    Uni<Optional<Entry>> byId(WorkspaceId workspace, UUID id);

    /** Those there are, in no order. */
    Uni<List<Entry>> byIds(WorkspaceId workspace, List<UUID> ids);

    /**
     * Newest first.
     *
     * @param below where the page before ended
     */
    Uni<List<Entry>> matching(WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit);

    /**
     * Oldest first; fewer than {@code limit} where their payloads are large, yet one at least where there is one.
     *
     * @param head the last sequence that may match
     * @param above where the page before ended
     */
    Uni<List<Entry>> oldestFirst(
            WorkspaceId workspace, Search search, long head, Search.@Nullable Place above, int limit);

    /** Oldest first, with what is kept about them beside the log; fewer than {@code limit} where their payloads are large. */
    Uni<List<Proven>> between(WorkspaceId workspace, long after, long last, int limit);

    /** What is kept of checkpoints, by sequence. */
    Uni<Map<Long, Kept>> checkpoints(WorkspaceId workspace, List<Long> sequences);

    /**
     * @param checkpointed the hash of the checkpoint taken of the entry, null when none was
     * @param redaction the record that the payload was emptied, null when it was not
     */
    record Proven(
            Entry entry,
            @Nullable Hash checkpointed,
            @Nullable Redaction redaction) {}

    /** The hash of an entry and of its checkpoint, null where there is none. */
    record Kept(@Nullable Hash entry, @Nullable Hash checkpoint) {
        static final Kept NOTHING = new Kept(null, null);
    }
}
