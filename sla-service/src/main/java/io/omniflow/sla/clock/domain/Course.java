package io.omniflow.sla.clock.domain;

/** What the circumstances ask of a clock. */
sealed interface Course {
    record Run() implements Course {}

    record Pause() implements Course {}

    record Stop(Ending ending) implements Course {}
}
