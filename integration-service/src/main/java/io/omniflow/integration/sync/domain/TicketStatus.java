package io.omniflow.integration.sync.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A ticket's status, as far as an issue's state has to follow it. */
public enum TicketStatus {
    OPEN,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CLOSED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TicketStatus> of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findAny();
    }

    /** For a refusal that tells what would have been accepted. */
    public static String known() {
        return Arrays.stream(values()).map(TicketStatus::text).collect(Collectors.joining(", "));
    }
}
