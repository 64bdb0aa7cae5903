package io.omniflow.ticket.imports;

import io.omniflow.ticket.imports.domain.History;

/** One line of an import. {@code ordinal} counts from 1; {@code size} is about how many characters it has. */
public sealed interface StagedLine {
    long ordinal();

    int size();

    record Taken(long ordinal, int size, History history) implements StagedLine {}

    /** Left out, and told in the import's problems. */
    record LeftOut(long ordinal, String reason) implements StagedLine {
        @Override
        public int size() {
            return reason.length();
        }
    }
}
