package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.Archived;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the log begins, as the last archive's signed manifest says. */
@ApplicationScoped
class LogBoundary implements Archived {
    private final Archives archives;
    private final ArchiveProof proof;

    LogBoundary(Archives archives, ArchiveProof proof) {
        this.archives = archives;
        this.proof = proof;
    }

    @Override
    public Uni<Boundary> boundary(WorkspaceId workspace) {
        return archives.latest(workspace).map(latest -> latest.map(this::of).orElse(Boundary.NOTHING_ARCHIVED));
    }

    private Boundary of(Archive archive) {
        Head end = new Head(archive.lastSequence(), archive.lastHash());
        return new Boundary(end, proof.signed(archive) ? Archived.Proof.SIGNED : Archived.Proof.MISSING);
    }
}
