package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.smallrye.mutiny.Uni;

/** What a call's result means for the delivery it was made for. */
final class Attempts {
    static final Attempted.Effect NOTHING = (_, _) -> Uni.createFrom().voidItem();

    private Attempts() {}

    /** There is nothing to do any more. */
    static Attempted nothing() {
        return new Attempted(new Outcome.Delivered(), NOTHING);
    }

    static Attempted refused(Problem problem) {
        return new Attempted(new Outcome.Refused(problem), NOTHING);
    }

    static Attempted of(CallResult<?> result) {
        return new Attempted(outcome(result), NOTHING);
    }

    private static Outcome outcome(CallResult<?> result) {
        return switch (result) {
            case CallResult.Done<?> _ -> new Outcome.Delivered();
            case CallResult.Missing<?>(Problem problem) -> new Outcome.Refused(problem);
            case CallResult.Unclear<?>(Problem problem, var pause) -> new Outcome.Again(problem, pause);
            case CallResult.HeldBack<?>(Problem problem, var pause) -> new Outcome.HeldBack(problem, pause);
            case CallResult.Refused<?>(Problem problem) -> new Outcome.Refused(problem);
        };
    }
}
