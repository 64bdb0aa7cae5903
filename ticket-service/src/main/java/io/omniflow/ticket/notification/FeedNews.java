package io.omniflow.ticket.notification;

import java.util.UUID;

/** What a feed's stream tells. */
public sealed interface FeedNews {
    record Told(Notification notification) implements FeedNews {}

    /** One was marked; it tells how it is marked now. */
    record Marked(Notification notification) implements FeedNews {}

    record ReadUpTo(UUID notification) implements FeedNews {}
}
