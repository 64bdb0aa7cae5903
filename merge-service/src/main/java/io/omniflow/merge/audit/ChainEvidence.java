package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.ChainCheck;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Redaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the log says of itself, held against what is kept beside it: checkpoints that came back from the topic they were
 * published on, and redactions.
 */
@ApplicationScoped
class ChainEvidence {
    private final Entries entries;
    private final AcceptedFacts accepted;

    ChainEvidence(Entries entries, AcceptedFacts accepted) {
        this.entries = entries;
        this.accepted = accepted;
    }

    /** The check of a chunk, with what the chunk's own entries tell. */
    Uni<ChainCheck> against(WorkspaceId workspace, ChainCheck check, List<Entries.Proven> chunk) {
        if (check.flaw() != null) {
            return Uni.createFrom().item(check);
        }
        return checkpoints(workspace, check, chunk).chain(sound -> redactions(workspace, sound, chunk));
    }

    private Uni<ChainCheck> checkpoints(WorkspaceId workspace, ChainCheck check, List<Entries.Proven> chunk) {
        List<Checkpoint> told = chunk.stream()
                .map(proven -> Checkpoint.toldBy(proven.entry().fact()))
                .flatMap(Optional::stream)
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().item(check);
        }
        return entries.checkpoints(
                        workspace, told.stream().map(Checkpoint::sequence).toList())
                .map(kept -> checkpoints(check, told, kept));
    }

    private static ChainCheck checkpoints(ChainCheck check, List<Checkpoint> told, Map<Long, Entries.Kept> kept) {
        ChainCheck so = check;
        for (Checkpoint one : told) {
            Entries.Kept found = kept.getOrDefault(one.sequence(), Entries.Kept.NOTHING);
            so = so.told(one, found.entry(), found.checkpoint());
        }
        return so;
    }

    private Uni<ChainCheck> redactions(WorkspaceId workspace, ChainCheck check, List<Entries.Proven> chunk) {
        List<Redaction> redactions = chunk.stream()
                .map(Entries.Proven::redaction)
                .filter(Objects::nonNull)
                .toList();
        if (redactions.isEmpty() || check.flaw() != null) {
            return Uni.createFrom().item(check);
        }
        List<UUID> told = redactions.stream().map(Redaction::toldIn).distinct().toList();
        // in this order: what is sealed in between is found in the log
        return accepted.byIds(workspace, told)
                .chain(waiting -> entries.byIds(workspace, told).map(inLog -> {
                    ChainCheck so = check;
                    for (Redaction one : redactions) {
                        so = so.redacted(one, inLog, waiting);
                    }
                    return so;
                }));
    }
}
