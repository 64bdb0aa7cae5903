package io.omniflow.integration.hook.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(20);
    private static final RetryPlan PLAN = new RetryPlan(List.of(Duration.ofSeconds(5)), Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void a_status_of_the_twohundreds_is_success(int status) {
        HookDelivery after = after(1, Answer.of(status, "ok", Optional.empty(), TOOK));

        assertEquals(HookState.DELIVERED, after.state());
        assertNull(after.nextAttemptAt());
        assertNull(last(after).problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 308, 400, 401, 404, 409, 429, 500, 503})
    void every_other_status_but_one_is_tried_again_and_given_up_at_the_end(int status) {
        Answer answer = Answer.of(status, "no", Optional.empty(), TOOK);

        HookDelivery first = after(1, answer);
        assertEquals(HookState.PENDING, first.state());
        assertEquals(NOW.plusSeconds(5), first.nextAttemptAt());
        assertEquals(status, last(first).status());
        assertEquals(HookState.FAILED, after(2, answer).state());
    }

    @Test
    void gone_is_believed_at_once() {
        assertEquals(
                HookState.FAILED,
                after(1, Answer.of(410, "", Optional.empty(), TOOK)).state());
    }

    @Test
    void no_answer_is_tried_again() {
        Answer silent = new Answer.Silent(new Problem("endpoint-timeout", 504, "No answer"), TOOK);

        assertEquals(HookState.PENDING, after(1, silent).state());
        assertEquals(HookState.FAILED, after(2, silent).state());
    }

    @Test
    void what_the_receiver_asks_for_is_kept() {
        HookDelivery after = after(1, Answer.of(429, "", Optional.of(Duration.ofMinutes(3)), TOOK));

        assertEquals(NOW.plus(Duration.ofMinutes(3)), after.nextAttemptAt());
    }

    private static HookDelivery after(int attempts, Answer answer) {
        return new HookDelivery(
                        new WorkspaceId(UUID.randomUUID()),
                        new EndpointId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        "a.v1",
                        HookState.PENDING,
                        attempts,
                        NOW,
                        NOW,
                        null,
                        NOW,
                        NOW)
                .after(answer, NOW, PLAN, NOW, 0);
    }

    private static Attempt last(HookDelivery delivery) {
        return Objects.requireNonNull(delivery.lastAttempt());
    }
}
