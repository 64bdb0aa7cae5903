package io.omniflow.integration.thread;

import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.sync.domain.CallResult;

/** What the result of a call means for its delivery. */
final class Outcomes {
    private Outcomes() {}

    static Outcome of(CallResult<?> result) {
        return switch (result) {
            case CallResult.Done<?> _ -> new Outcome.Delivered();
            case CallResult.Missing<?>(var problem) -> new Outcome.Refused(problem);
            case CallResult.Refused<?>(var problem) -> new Outcome.Refused(problem);
            case CallResult.Unclear<?>(var problem, var pause) -> new Outcome.Again(problem, pause);
            case CallResult.HeldBack<?>(var problem, var pause) -> new Outcome.HeldBack(problem, pause);
        };
    }
}
