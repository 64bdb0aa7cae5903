package io.omniflow.sla.clock.domain;

import java.time.Instant;

/**
 * What a clock is doing.
 *
 * <pre>
 *            Waiting                    (both) answered, resolved, merged
 *  Running ----------> Paused                Running, Paused ------> Stopped
 *          <----------                                       <------
 *            worked on                       reopened, merge undone
 * </pre>
 */
public sealed interface Progress {
    record Running() implements Progress {}

    record Paused() implements Progress {}

    record Stopped(Instant at, Ending ending) implements Progress {}
}
