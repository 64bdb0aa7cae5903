package io.omniflow.merge.merging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;

/** Settings of the process. */
@ConfigMapping(prefix = "omniflow.merging")
public interface MergingConfig {
    /** How long an answer is waited for before a command is sent again; twice as long after each copy. */
    @WithName("answer-within")
    @WithDefault("1m")
    Duration answerWithin();

    /** The longest time between two copies of a command. */
    @WithName("longest-wait")
    @WithDefault("1h")
    Duration longestWait();

    /** Requests that may wait for an outcome at this replica at the same time; further ones are answered at once. */
    @WithDefault("1000")
    @Min(0) int waiters();

    /** @param copies how often the command was sent, this time included */
    default Instant repeatAt(Instant now, int copies) {
        Duration wait = answerWithin().multipliedBy(1L << Math.min(copies - 1, 20));
        return now.plus(wait.compareTo(longestWait()) > 0 ? longestWait() : wait);
    }
}
