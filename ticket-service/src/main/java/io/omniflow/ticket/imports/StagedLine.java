package io.omniflow.ticket.imports;

import io.omniflow.ticket.imports.domain.History;

/** One line of an import. {@code ordinal} counts from 1. */
public sealed interface StagedLine {
    long ordinal();

    record Taken(long ordinal, History history) implements StagedLine {}

    /** Left out, and told in the import's problems. */
    record LeftOut(long ordinal, String reason) implements StagedLine {}
}
