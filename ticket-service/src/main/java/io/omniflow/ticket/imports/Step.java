package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;

/** What one transaction of an import came to. */
sealed interface Step {
    record DidSomething() implements Step {}

    record NothingToDo() implements Step {}

    /** Nothing was written; the same step goes on once there are so many numbers. */
    record WantsNumbers(WorkspaceId workspace, int count) implements Step {}
}
