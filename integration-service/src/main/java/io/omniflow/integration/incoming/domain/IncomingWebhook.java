package io.omniflow.integration.incoming.domain;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.delivery.domain.RetrySchedule;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A genuine webhook that was kept. Its body is kept apart: it is read by whoever works it off and shown to nobody.
 *
 * @param deliveryId the vendor's, the same for each repetition
 * @param attempts that failed since it came in or was last started again
 * @param nextAttemptAt null unless it waits
 * @param reason why it waits on or was put aside
 * @param size of the body, in bytes
 */
public record IncomingWebhook(
        WorkspaceId workspace,
        WebhookId id,
        ConnectionId connectionId,
        ExternalSystem system,
        String deliveryId,
        IncomingState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        int size,
        Instant receivedAt,
        @Nullable Instant settledAt) {
    private static final int LONGEST_TEXT = 500;

    public IncomingWebhook {
        deliveryId = cut(deliveryId);
        reason = reason == null ? null : cut(reason);
    }

    public Lane lane() {
        return new Lane(workspace, connectionId);
    }

    public IncomingWebhook done(Instant now) {
        return moved(IncomingState.DONE, attempts, null, null, now);
    }

    /** Put aside: reading it again would say the same. */
    public IncomingWebhook unreadable(String why, Instant now) {
        return moved(IncomingState.UNREADABLE, attempts, null, why, now);
    }

    /** Put aside: nothing can follow from it. */
    public IncomingWebhook failed(String why, Instant now) {
        return moved(IncomingState.FAILED, attempts, null, why, now);
    }

    /**
     * Tried once more after a pause, or put aside when that was the last time.
     *
     * @param chance from 0 up to, not including, 1
     */
    public IncomingWebhook putOff(String why, RetrySchedule schedule, Instant now, double chance) {
        int made = attempts + 1;
        return schedule.usedUp(made)
                ? moved(IncomingState.FAILED, made, null, why, now)
                : moved(
                        IncomingState.WAITING,
                        made,
                        now.plus(schedule.pause(made, Optional.empty(), chance)),
                        why,
                        null);
    }

    /** Whether a person may start it again. */
    public boolean canBeRetried() {
        return switch (state) {
            case UNREADABLE, FAILED -> true;
            case WAITING, DONE -> false;
        };
    }

    /** Started again with a fresh count of attempts. */
    public IncomingWebhook retried(Instant now) {
        return moved(IncomingState.WAITING, 0, now, reason, null);
    }

    private IncomingWebhook moved(
            IncomingState to, int made, @Nullable Instant next, @Nullable String why, @Nullable Instant settled) {
        return new IncomingWebhook(
                workspace, id, connectionId, system, deliveryId, to, made, next, why, size, receivedAt, settled);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
