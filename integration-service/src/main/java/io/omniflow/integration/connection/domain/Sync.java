package io.omniflow.integration.connection.domain;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** Which way changes flow over a connection. */
public enum Sync {
    /** From the ticket to the other system; nothing comes back. */
    ONE_WAY("one_way");

    private final String text;

    Sync(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws NoSuchElementException for a text that names none */
    public static Sync of(String text) {
        return Arrays.stream(values())
                .filter(sync -> sync.text.equals(text))
                .findAny()
                .orElseThrow();
    }
}
