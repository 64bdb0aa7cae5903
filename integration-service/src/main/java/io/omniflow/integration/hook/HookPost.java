package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Answer;
import io.omniflow.integration.hook.domain.HookCall;
import io.smallrye.mutiny.Uni;

/** Makes one signed request. It always comes back with an answer, and never fails. */
@FunctionalInterface
public interface HookPost {
    Uni<Answer> post(HookCall call);
}
