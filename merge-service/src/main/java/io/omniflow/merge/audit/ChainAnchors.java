package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.ChainCheck;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Flaw;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The entry before the first one that a check is about: what the check takes as given, held against a checkpoint where there is one. */
@ApplicationScoped
class ChainAnchors {
    private final Chains chains;
    private final Entries entries;
    private final Archived archived;

    ChainAnchors(Chains chains, Entries entries, Archived archived) {
        this.archived = archived;
        this.chains = chains;
        this.entries = entries;
    }

    Uni<ChainCheck> before(WorkspaceId workspace, VerifyChain.Start start, Head head) {
        return archived.boundary(workspace).chain(boundary -> {
            Head end = boundary.end();
            if (boundary.proof() == Archived.Proof.MISSING) {
                return Uni.createFrom().item(flawed(end.sequence(), Flaw.Reason.ARCHIVE_UNPROVEN));
            }
            return switch (start) {
                case VerifyChain.Start.Entry(long sequence) ->
                    given(workspace, Math.min(sequence - 1, head.sequence()), end);
                case VerifyChain.Start.Time(Instant at) -> since(workspace, at, end);
            };
        });
    }

    private Uni<ChainCheck> since(WorkspaceId workspace, Instant at, Head archivedEnd) {
        return chains.checkpointBefore(workspace, at)
                .chain(found -> found.isEmpty() || found.get().sequence() <= archivedEnd.sequence()
                        ? Uni.createFrom().item(ChainCheck.after(archivedEnd))
                        : checkpointed(workspace, found.get(), at));
    }

    /** What is archived is not read. Without the entry the walk ends at once and says which one is missing. */
    private Uni<ChainCheck> given(WorkspaceId workspace, long sequence, Head archivedEnd) {
        if (sequence <= archivedEnd.sequence()) {
            return Uni.createFrom().item(ChainCheck.after(archivedEnd));
        }
        return one(workspace, sequence)
                .map(found -> found.isEmpty() ? flawed(sequence, Flaw.Reason.ENTRY_MISSING) : given(found.getFirst()));
    }

    private static ChainCheck given(Entries.Proven anchor) {
        Head place = new Head(anchor.entry().sequence(), anchor.entry().hash());
        Hash checkpointed = anchor.checkpointed();
        return checkpointed == null || checkpointed.equals(place.hash())
                ? ChainCheck.after(place)
                : flawed(place.sequence(), Flaw.Reason.CHECKPOINT_DIFFERS);
    }

    /** Here the entry is checked itself: its time says whether the checkpoint is one from before. */
    private Uni<ChainCheck> checkpointed(WorkspaceId workspace, Checkpoint checkpoint, Instant at) {
        return one(workspace, checkpoint.sequence())
                .map(found -> found.isEmpty()
                        ? flawed(checkpoint.sequence(), Flaw.Reason.ENTRY_MISSING)
                        : checkpointed(found.getFirst(), checkpoint, at));
    }

    private static ChainCheck checkpointed(Entries.Proven anchor, Checkpoint checkpoint, Instant at) {
        ChainCheck checked = ChainCheck.after(
                        new Head(checkpoint.sequence() - 1, anchor.entry().previousHash()))
                .next(anchor.entry(), checkpoint.hash(), anchor.redaction());
        if (checked.flaw() != null) {
            return flawed(checkpoint.sequence(), checked.flaw().reason());
        }
        return anchor.entry().recordedAt().isAfter(at)
                ? flawed(checkpoint.sequence(), Flaw.Reason.CHECKPOINT_DIFFERS)
                : checked.asAnchor();
    }

    private Uni<List<Entries.Proven>> one(WorkspaceId workspace, long sequence) {
        return entries.between(workspace, sequence - 1, sequence, 1);
    }

    private static ChainCheck flawed(long sequence, Flaw.Reason reason) {
        return new ChainCheck(new Head(sequence, Hash.NONE), 0, new Flaw(sequence, reason));
    }
}
