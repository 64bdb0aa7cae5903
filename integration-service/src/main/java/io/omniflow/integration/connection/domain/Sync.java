package io.omniflow.integration.connection.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which way changes flow over a connection. */
public enum Sync {
    /** From the ticket to the other system; nothing comes back. */
    ONE_WAY("one_way"),
    /** Status changes flow both ways. */
    BIDIRECTIONAL("bidirectional");

    private final String text;

    Sync(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<Sync> of(String text) {
        return Arrays.stream(values()).filter(sync -> sync.text.equals(text)).findAny();
    }

    /** For a refusal that tells what would have been accepted. */
    public static String supported() {
        return Arrays.stream(values()).map(Sync::text).collect(Collectors.joining(", "));
    }
}
