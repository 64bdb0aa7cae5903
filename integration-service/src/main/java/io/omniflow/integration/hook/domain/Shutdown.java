package io.omniflow.integration.hook.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** That the suite, not a person, disabled an endpoint. */
public record Shutdown(Instant at, Reason reason) {
    public enum Reason {
        /** It answered 410: it wants nothing more. */
        GONE,
        /** A message used up its retries, and nothing has succeeded since its first attempt. */
        FAILING;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws NoSuchElementException for a text that names none */
        public static Reason of(String text) {
            return Arrays.stream(values())
                    .filter(reason -> reason.text().equals(text))
                    .findAny()
                    .orElseThrow();
        }
    }
}
