package io.omniflow.ticket.directory;

import org.jspecify.annotations.Nullable;

/** What a message tells of its sender. */
public record ContactDetails(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {}
