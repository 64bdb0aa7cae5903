package io.omniflow.ticket.notification;

import java.util.UUID;

/** What has changed in a feed. */
public record FeedChange(UUID notification, What what) {
    public enum What {
        /** It is new, or says something else than before. */
        TOLD,
        /** It was read, or is unread again. */
        READ,
        /** It and all before it were read. */
        READ_UP_TO
    }
}
