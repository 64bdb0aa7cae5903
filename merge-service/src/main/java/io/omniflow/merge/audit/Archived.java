package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Uni;

/** What has left the log, as whoever keeps the archives says. */
public interface Archived {
    Uni<Boundary> boundary(WorkspaceId workspace);

    /** @param end the last entry that was archived; {@link Head#NONE} where none was */
    record Boundary(Head end, Proof proof) {
        public static final Boundary NOTHING_ARCHIVED = new Boundary(Head.NONE, Proof.SIGNED);
    }

    /** Whether the end is signed with a key that is known. */
    enum Proof {
        SIGNED,
        MISSING
    }
}
