package io.omniflow.integration.delivery.domain;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done at another system.
 *
 * @param subject what it is done for: the id of the link or of the thread; of one subject's deliveries one is attempted at
 *     a time, in the order they were added
 * @param payload what its operation needs to know beside the subject
 * @param attempts made since it was last started
 * @param nextAttemptAt null unless it is ready; while it is being attempted, when the lease ends
 * @param problem of the last attempt
 * @param requestedBy the actor that set it off
 */
public record Delivery(
        WorkspaceId workspace,
        DeliveryId id,
        ConnectionId connectionId,
        UUID ticketId,
        UUID subject,
        Operation operation,
        Map<String, String> payload,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Problem problem,
        String requestedBy,
        Instant createdAt,
        Instant updatedAt) {
    public Delivery {
        payload = Map.copyOf(payload);
    }

    /** To be attempted as soon as its turn comes. */
    public static Delivery ready(
            WorkspaceId workspace,
            DeliveryId id,
            ConnectionId connectionId,
            UUID ticketId,
            UUID subject,
            Operation operation,
            Map<String, String> payload,
            String requestedBy,
            Instant now) {
        return new Delivery(
                workspace,
                id,
                connectionId,
                ticketId,
                subject,
                operation,
                payload,
                DeliveryState.READY,
                0,
                now,
                null,
                requestedBy,
                now,
                now);
    }

    /** Not to be attempted before it is released. */
    public static Delivery held(
            WorkspaceId workspace,
            DeliveryId id,
            ConnectionId connectionId,
            UUID ticketId,
            UUID subject,
            Operation operation,
            String requestedBy,
            Instant now) {
        return new Delivery(
                workspace,
                id,
                connectionId,
                ticketId,
                subject,
                operation,
                Map.of(),
                DeliveryState.HELD,
                0,
                null,
                null,
                requestedBy,
                now,
                now);
    }

    /** @throws NoSuchElementException when whoever added it left it out */
    public String told(String name) {
        String value = payload.get(name);
        if (value == null) {
            throw new NoSuchElementException("delivery " + id.value() + " was not told its " + name);
        }
        return value;
    }

    /** Whether a person may start it again. */
    public boolean canBeRetried() {
        return switch (state) {
            case FAILED, DEAD -> true;
            case HELD, READY, DELIVERED -> false;
        };
    }

    /** Started again with a fresh count of attempts. */
    public Delivery retried(Instant now) {
        return moved(DeliveryState.READY, 0, now, problem, now);
    }

    /**
     * After an attempt.
     *
     * @param chance from 0 up to, not including, 1
     */
    public Delivery after(Outcome outcome, RetrySchedule schedule, Instant now, double chance) {
        return switch (outcome) {
            case Outcome.Delivered() -> moved(DeliveryState.DELIVERED, attempts, null, null, now);
            case Outcome.Refused(Problem why) -> moved(DeliveryState.FAILED, attempts, null, why, now);
            case Outcome.HeldBack(Problem why, Duration wait) ->
                moved(DeliveryState.READY, attempts - 1, now.plus(wait), why, now);
            case Outcome.Again(Problem why, var wait) ->
                schedule.usedUp(attempts)
                        ? moved(DeliveryState.DEAD, attempts, null, why, now)
                        : moved(
                                DeliveryState.READY,
                                attempts,
                                now.plus(schedule.pause(attempts, wait, chance)),
                                why,
                                now);
        };
    }

    private Delivery moved(DeliveryState to, int made, @Nullable Instant next, @Nullable Problem why, Instant now) {
        return new Delivery(
                workspace,
                id,
                connectionId,
                ticketId,
                subject,
                operation,
                payload,
                to,
                made,
                next,
                why,
                requestedBy,
                createdAt,
                now);
    }
}
