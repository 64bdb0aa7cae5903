package io.omniflow.merge.merging;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.problem.Problems;

/**
 * Who may merge and who may undo in a workspace.
 *
 * @param version 0 as long as nothing was set
 */
public record MergePermissions(LeastRole merge, LeastRole undo, long version) {
    public static final MergePermissions DEFAULT = new MergePermissions(LeastRole.AGENT, LeastRole.LEAD, 0);

    public MergePermissions inVersion(long next) {
        return new MergePermissions(merge, undo, next);
    }

    /** Fails with 403. */
    void mayMerge(Caller caller) {
        check(merge, caller, "Merging");
    }

    /** Fails with 403. */
    void mayUndo(Caller caller) {
        check(undo, caller, "Undoing a merge");
    }

    private static void check(LeastRole least, Caller caller, String what) {
        if (!least.allows(caller.role())) {
            throw Problems.of(403, "forbidden", what + " needs the role " + least.text() + " in this workspace");
        }
    }
}
