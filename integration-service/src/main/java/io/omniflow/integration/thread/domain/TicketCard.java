package io.omniflow.integration.thread.domain;

import io.omniflow.integration.link.domain.Priority;

/** What the first message shows of a ticket. */
public record TicketCard(long number, String title, Priority priority, Progress status) {}
