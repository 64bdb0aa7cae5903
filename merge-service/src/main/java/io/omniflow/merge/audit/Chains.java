package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.merge.audit.domain.Chain;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The end of each workspace's chain. */
public interface Chains {
    /**
     * Takes the oldest accepted facts, lets {@code work} decide and stores its outcome, in one transaction that holds
     * the chain's lock: whoever extends the same chain at the same time, here or on another replica, waits.
     *
     * <p>Payloads that name a contact who was erased are emptied in the same transaction.
     *
     * @param most what is taken at most; facts that are in the chain already are taken away and not handed over
     */
    Uni<Batch> extend(WorkspaceId workspace, Most most, Instant now, BiFunction<Chain, List<Fact>, Growth> work);

    /** Where the chain ends, by everything that tells it, read at one instant. */
    Uni<End> end(WorkspaceId workspace);

    /** The last checkpoint taken at or before a time. */
    Uni<Optional<Checkpoint>> checkpointBefore(WorkspaceId workspace, Instant time);

    /** Workspaces with entries of an earlier day that no checkpoint covers. */
    Uni<List<WorkspaceId>> unprovenBefore(LocalDate today);

    /**
     * @param head the end as it is kept; {@link Head#NONE} for a workspace without entries
     * @param lastEntry sequence of the last entry there is; the head's, unless somebody added or removed some
     * @param lastCheckpoint sequence of the last checkpoint; 0 for none, never beyond the head of a sound chain
     */
    record End(Head head, long lastEntry, long lastCheckpoint) {}

    record Growth(Chain.Extension extension, List<OutboundEvent> events) {}

    /** @param bytes of payloads, as UTF-8; one fact is taken in any case */
    record Most(int facts, long bytes) {}

    /**
     * @param taken facts taken from the queue, also those that were known
     * @param left facts that are known to wait still; there may be more
     * @param longestWait how long the oldest of them had waited there
     */
    record Batch(int taken, int left, Duration longestWait, Growth growth) {}
}
