package io.omniflow.ticket.rule;

import org.jspecify.annotations.Nullable;

/** What a transaction was at when it failed. */
final class Attempt {
    private @Nullable Work work;

    void at(Work found) {
        work = found;
    }

    boolean isAtWork() {
        return work != null;
    }

    Work work() {
        if (work == null) {
            throw new IllegalStateException("No work was found");
        }
        return work;
    }
}
