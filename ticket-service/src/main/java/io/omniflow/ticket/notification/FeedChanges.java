package io.omniflow.ticket.notification;

import io.omniflow.ticket.live.Journal;

/** What has changed in the feeds. */
public interface FeedChanges extends Journal<Recipient, FeedChange> {}
