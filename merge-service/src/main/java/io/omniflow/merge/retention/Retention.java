package io.omniflow.merge.retention;

import org.jspecify.annotations.Nullable;

/**
 * @param keepDays days an entry stays in the log, at least {@value #FEWEST_DAYS}; null for ever
 * @param version 0 as long as nothing was set
 */
public record Retention(@Nullable Integer keepDays, long version) {
    public static final int FEWEST_DAYS = 365;
    public static final int MOST_DAYS = 36_500;

    static final Retention FOR_EVER = new Retention(null, 0);
}
