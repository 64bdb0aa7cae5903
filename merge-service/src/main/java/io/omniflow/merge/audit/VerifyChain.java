package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.audit.domain.ChainCheck;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a chain from the oldest entry to the newest and checks each one. It reads chunk by chunk, outside any transaction, so a long
 * check holds neither memory nor locks; entries appended meanwhile are left for the next check.
 */
@ApplicationScoped
public class VerifyChain {
    private final Chains chains;
    private final Entries entries;
    private final ChainAnchors anchors;
    private final ChainEvidence evidence;
    private final Archived archived;
    private final AuditSettings settings;

    VerifyChain(
            Chains chains,
            Entries entries,
            ChainAnchors anchors,
            ChainEvidence evidence,
            Archived archived,
            AuditSettings settings) {
        this.archived = archived;
        this.chains = chains;
        this.entries = entries;
        this.anchors = anchors;
        this.evidence = evidence;
        this.settings = settings;
    }

    /** Where a check begins. */
    public sealed interface Start {
        /** At this entry; the first one is 1. */
        record Entry(long sequence) implements Start {}

        /** Behind the last checkpoint taken before this time, so that everything appended since is checked. */
        record Time(Instant at) implements Start {}
    }

    /**
     * @param to null for the head
     * @param proof a checkpoint the caller kept, so that nobody who owns the database can have rewritten what it covers
     */
    public record Range(
            Start start, @Nullable Long to, @Nullable Checkpoint proof) {}

    /** @param to the last sequence that was to be checked */
    public record Outcome(long from, long to, Head head, ChainCheck check) {}

    /** Fails with 422 where the range or the checkpoint ends before it begins. */
    public Uni<Outcome> verify(WorkspaceId workspace, Range range) {
        return chains.end(workspace)
                .chain(end -> anchors.before(workspace, range.start(), end.head())
                        .chain(anchor -> verify(workspace, range, end, anchor)))
                .chain(outcome -> outcome.check().flaw() == null
                        ? Uni.createFrom().item(outcome)
                        : unlessArchived(workspace, range, outcome));
    }

    /** What went into an archive while it was read is not missing. */
    private Uni<Outcome> unlessArchived(WorkspaceId workspace, Range range, Outcome outcome) {
        return archived.boundary(workspace)
                .chain(boundary -> boundary.end().sequence() >= outcome.from()
                        ? verify(workspace, range)
                        : Uni.createFrom().item(outcome));
    }

    private Uni<Outcome> verify(WorkspaceId workspace, Range range, Chains.End end, ChainCheck anchor) {
        long from = anchor.reached().sequence() + 1;
        check(range, range.start() instanceof Start.Entry(long sequence) ? Math.max(sequence, from) : from);
        long to = lastOf(range, end.head());
        return walk(workspace, anchor, to, range.proof())
                .map(check -> new Outcome(from, to, end.head(), ended(check, to, end)));
    }

    private static void check(Range range, long from) {
        if (range.to() != null && range.to() < from) {
            throw Problems.invalid("toSequence", "Must not be before the first entry that is checked, " + from);
        }
        if (range.proof() != null && range.proof().sequence() < from) {
            throw Problems.invalid("checkpoint", "Must not be before the first entry that is checked, " + from);
        }
    }

    /** What lies beyond the head was never promised, unless there is a checkpoint of it. */
    private static long lastOf(Range range, Head head) {
        long asked = range.to() == null ? head.sequence() : Math.min(range.to(), head.sequence());
        return range.proof() == null ? asked : Math.max(asked, range.proof().sequence());
    }

    private static ChainCheck ended(ChainCheck check, long to, Chains.End end) {
        Head head = end.head();
        if (to < head.sequence()) {
            return check.endedAt(to, null);
        }
        return check.endedAt(to, to == head.sequence() ? head.hash() : null)
                .nothingBeyond(head, end.lastEntry(), end.lastCheckpoint());
    }

    private Uni<ChainCheck> walk(WorkspaceId workspace, ChainCheck anchor, long to, @Nullable Checkpoint proof) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Walk(anchor), walk -> entries.between(
                                workspace, walk.check.reached().sequence(), to, settings.verifyChunk())
                        .chain(chunk -> evidence.against(workspace, walk.over(chunk, proof), chunk))
                        .map(walk::at))
                .whilst(step -> step.check().flaw() == null
                        && step.advanced() > 0
                        && step.check().reached().sequence() < to)
                .collect()
                .last()
                .map(Step::check);
    }

    private record Step(ChainCheck check, long advanced) {}

    private static final class Walk {
        private ChainCheck check;

        Walk(ChainCheck start) {
            check = start;
        }

        ChainCheck over(List<Entries.Proven> chunk, @Nullable Checkpoint proof) {
            ChainCheck reached = check;
            for (Entries.Proven proven : chunk) {
                reached = reached.next(proven.entry(), proven.checkpointed(), proven.redaction());
                if (proof != null && proof.sequence() == proven.entry().sequence()) {
                    reached = reached.against(proof);
                }
            }
            return reached;
        }

        Step at(ChainCheck reached) {
            Step step = new Step(reached, reached.checked() - check.checked());
            check = reached;
            return step;
        }
    }
}
