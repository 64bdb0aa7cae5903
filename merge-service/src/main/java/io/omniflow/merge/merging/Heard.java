package io.omniflow.merge.merging;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.merge.merging.domain.Answer;
import java.util.UUID;
import java.util.function.Function;

/** An answer, and what it is the answer to. {@code cause} makes the origin of what follows from it, in the name of an actor. */
public sealed interface Heard {
    WorkspaceId workspace();

    Answer answer();

    Function<String, Origin> cause();

    /** Facts of tickets name their merge. */
    record OfMerge(WorkspaceId workspace, UUID merge, Answer answer, Function<String, Origin> cause) implements Heard {}

    /** A refusal names the command that was refused. */
    record OfCommand(WorkspaceId workspace, UUID command, Answer answer, Function<String, Origin> cause)
            implements Heard {}
}
