package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A number for the next ticket of a workspace, taken before the transaction: whoever holds a connection must not ask for
 * another one. Most work makes no ticket, so a number is only fetched when one was missed.
 */
@ApplicationScoped
class SpareNumbers {
    private static final int MOST = 1_000;

    private final Map<WorkspaceId, Long> spare = new ConcurrentHashMap<>();

    /** A ticket is to be made and there is no number. */
    static final class NumberNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient WorkspaceId workspace;

        NumberNeeded(WorkspaceId workspace) {
            super("A ticket number is needed", null, false, false);
            this.workspace = workspace;
        }

        WorkspaceId workspace() {
            return workspace;
        }
    }

    /** What is not kept leaves a gap, as does what a failed transaction took. */
    void keep(WorkspaceId workspace, long number) {
        if (spare.size() < MOST) {
            spare.put(workspace, number);
        }
    }

    long take(WorkspaceId workspace) {
        @Nullable Long number = spare.remove(workspace);
        if (number == null) {
            throw new NumberNeeded(workspace);
        }
        return number;
    }
}
