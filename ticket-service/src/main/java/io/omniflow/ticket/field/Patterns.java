package io.omniflow.ticket.field;

import io.omniflow.ticket.field.domain.TextPattern;
import java.util.Optional;

/** Compiles what texts must match. */
public interface Patterns {
    /** Empty when it is no pattern, or one that would take too much work. */
    Optional<TextPattern> compile(String regex);
}
