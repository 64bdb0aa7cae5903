package io.omniflow.integration.hook.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one endpoint.
 *
 * @param message its id, which the receiver sees with every attempt
 * @param attempts made since it was last started
 * @param nextAttemptAt null unless it is pending; while it is being attempted, when the lease ends
 * @param firstAttemptAt of those counted in {@code attempts}
 */
public record HookDelivery(
        WorkspaceId workspace,
        EndpointId endpoint,
        UUID message,
        String type,
        HookState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant firstAttemptAt,
        @Nullable Attempt lastAttempt,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * After an attempt.
     *
     * @param startedAt when the attempt began
     * @param chance from 0 up to, not including, 1
     */
    public HookDelivery after(Answer answer, Instant startedAt, RetryPlan plan, Instant now, double chance) {
        Attempt attempt = Attempt.of(startedAt, answer);
        return switch (answer) {
            case Answer.Taken _ -> settled(HookState.DELIVERED, attempt, null, now);
            case Answer.Refused refused when refused.isGone() -> settled(HookState.FAILED, attempt, null, now);
            case Answer.Refused refused -> again(attempt, refused.pause(), plan, now, chance);
            case Answer.Silent _ -> again(attempt, Optional.empty(), plan, now, chance);
        };
    }

    private HookDelivery again(Attempt attempt, Optional<Duration> asked, RetryPlan plan, Instant now, double chance) {
        return plan.usedUp(attempts)
                ? settled(HookState.FAILED, attempt, null, now)
                : settled(HookState.PENDING, attempt, now.plus(plan.pause(attempts, asked, chance)), now);
    }

    private HookDelivery settled(HookState to, Attempt attempt, @Nullable Instant next, Instant now) {
        return new HookDelivery(
                workspace, endpoint, message, type, to, attempts, next, firstAttemptAt, attempt, createdAt, now);
    }
}
