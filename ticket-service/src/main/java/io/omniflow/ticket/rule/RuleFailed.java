package io.omniflow.ticket.rule;

import java.util.UUID;

/** A rule could not do what it is there for. */
final class RuleFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UUID rule;
    private final transient Throwable reason;

    RuleFailed(UUID rule, Throwable reason) {
        super("Rule " + rule + " failed: " + reason, reason);
        this.rule = rule;
        this.reason = reason;
    }

    UUID rule() {
        return rule;
    }

    Throwable cause() {
        return reason;
    }
}
