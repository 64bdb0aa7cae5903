package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.ChainCheck;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Flaw;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final AuditSettings settings;

    VerifyChain(Chains chains, Entries entries, AuditSettings settings) {
        this.chains = chains;
        this.entries = entries;
        this.settings = settings;
    }

    /**
     * @param to null for the head
     * @param proof a checkpoint the caller kept, so that nobody who owns the database can have rewritten what it covers
     */
    public record Range(
            long from, @Nullable Long to, @Nullable Checkpoint proof) {}

    /** @param to the last sequence that was to be checked */
    public record Outcome(long from, long to, Head head, ChainCheck check) {}

    public Uni<Outcome> verify(WorkspaceId workspace, Range range) {
        return chains.end(workspace).chain(end -> {
            Head head = end.head();
            long from = firstOf(range, head);
            long to = lastOf(range, head);
            return anchor(workspace, from)
                    .chain(anchor -> walk(workspace, anchor, to, range.proof()))
                    .map(check -> new Outcome(from, to, head, ended(check, to, end)));
        });
    }

    private static long firstOf(Range range, Head head) {
        return Math.min(range.from(), head.sequence() + 1);
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

    /** Without the entry before the first one, the walk ends at once and says which one is missing. */
    private Uni<ChainCheck> anchor(WorkspaceId workspace, long from) {
        if (from == 1) {
            return Uni.createFrom().item(ChainCheck.after(Head.NONE));
        }
        return entries.bySequence(workspace, from - 1)
                .map(found -> found.map(entry -> ChainCheck.after(new Head(entry.sequence(), entry.hash())))
                        .orElseGet(() -> new ChainCheck(
                                new Head(from - 1, Hash.NONE), 0, new Flaw(from - 1, Flaw.Reason.ENTRY_MISSING))));
    }

    private Uni<ChainCheck> walk(WorkspaceId workspace, ChainCheck anchor, long to, @Nullable Checkpoint proof) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Walk(anchor), walk -> entries.between(
                                workspace, walk.check.reached().sequence(), to, settings.verifyChunk())
                        .map(chunk -> walk.over(chunk, proof)))
                .whilst(step -> step.check().flaw() == null && step.read() == settings.verifyChunk())
                .collect()
                .last()
                .map(Step::check);
    }

    private record Step(ChainCheck check, int read) {}

    private static final class Walk {
        private ChainCheck check;

        Walk(ChainCheck start) {
            check = start;
        }

        Step over(List<Entries.Proven> chunk, @Nullable Checkpoint proof) {
            for (Entries.Proven proven : chunk) {
                check = check.next(proven.entry(), proven.checkpointed());
                if (proof != null && proof.sequence() == proven.entry().sequence()) {
                    check = check.against(proof);
                }
            }
            return new Step(check, chunk.size());
        }
    }
}
