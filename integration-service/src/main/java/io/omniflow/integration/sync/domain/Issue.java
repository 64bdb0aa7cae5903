package io.omniflow.integration.sync.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An issue as the other side has it now.
 *
 * @param id the vendor's stable id
 * @param key what people call it there; it may change
 * @param changedAt the vendor's time of its newest change, in milliseconds as our own facts tell theirs: a finer time would
 *     be later than an equal one
 */
public record Issue(String id, String key, String url, ExternalState state, Instant changedAt) {
    public Issue {
        changedAt = changedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
