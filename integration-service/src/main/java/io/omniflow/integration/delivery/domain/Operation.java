package io.omniflow.integration.delivery.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** What a delivery does at the other side. */
public enum Operation {
    CREATE_ISSUE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NoSuchElementException for a text that names none */
    public static Operation of(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text().equals(text))
                .findAny()
                .orElseThrow();
    }
}
