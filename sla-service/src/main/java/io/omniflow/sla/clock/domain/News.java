package io.omniflow.sla.clock.domain;

import java.time.Instant;

/** What is to be told about a ticket's clocks, with the summary after it. */
public sealed interface News {
    Summary summary();

    /** A fact moved a clock. {@code cause} is the number of the fact that ended the change. */
    record Moved(Transition transition, long cause, Telling telling, Summary summary) implements News {}

    /** A warning or a deadline passed; {@code noticedAt} is when that became certain. */
    record Noticed(Clock clock, Mark mark, Instant noticedAt, Summary summary) implements News {}

    /** A deadline that was told as missed was not: facts that arrived since show it. */
    record Withdrawn(Clock clock, Mark mark, Instant at, Summary summary) implements News {}
}
