package io.omniflow.integration.link.domain;

import org.jspecify.annotations.Nullable;

/** What is pushed of a ticket, as its owner reported it. */
public record ReportedTicket(
        long number, String title, @Nullable String description, Priority priority) {}
