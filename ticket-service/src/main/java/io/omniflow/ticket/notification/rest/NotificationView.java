package io.omniflow.ticket.notification.rest;

import io.omniflow.ticket.notification.Notification;
import io.omniflow.ticket.notification.domain.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notification as the API shows it; number and title of the ticket are as they were then. */
@Schema(name = "Notification")
record NotificationView(
        UUID id,
        Kind kind,
        UUID ticketId,
        long ticketNumber,
        String ticketTitle,
        Instant at,
        String actor,
        Map<String, Object> data,
        boolean read,
        @Nullable Instant readAt,
        long version) {
    static final String EXAMPLE = """
            {"id": "019ab3f0-6d00-7a11-9c00-000000000001", "kind": "mentioned",
             "ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "ticketNumber": 42, "ticketTitle": "Checkout fails",
             "at": "2026-11-28T09:05:00.000Z", "actor": "agent:ben",
             "data": {"noteId": "019ab3f1-1111-7c3f-8a4b-5c6d7e8f9a0b"},
             "read": false, "readAt": null, "version": 1}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null, \"unread\": \"1\"}";
    static final String CHANGE = "{\"read\": true}";

    static NotificationView of(Notification notification) {
        return new NotificationView(
                notification.id(),
                notification.kind(),
                notification.ticketId(),
                notification.ticketNumber(),
                notification.ticketTitle(),
                notification.at(),
                notification.actor(),
                notification.data(),
                notification.readAt() != null,
                notification.readAt(),
                notification.version());
    }

    /** {@code unread} is of the whole feed, as text: {@code 10000+} for any larger count. */
    @Schema(name = "NotificationPage")
    record Several(List<NotificationView> items, @Nullable String nextCursor, String unread) {
        /** Counting ends here: the cost of a count must not grow with the feed. */
        static final int MOST = 10_000;

        static String shown(long unread) {
            return unread > MOST ? MOST + "+" : Long.toString(unread);
        }
    }
}
