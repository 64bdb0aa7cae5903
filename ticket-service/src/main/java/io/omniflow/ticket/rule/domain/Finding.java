package io.omniflow.ticket.rule.domain;

/** What came of looking at one condition, and why. */
public record Finding(Condition condition, Answer answer, String why) {
    public enum Answer {
        MET,
        UNMET,
        /** It cannot be told, which counts as unmet and is worth a complaint. */
        UNKNOWN
    }

    static Finding met(Condition condition, String why) {
        return new Finding(condition, Answer.MET, why);
    }

    static Finding unmet(Condition condition, String why) {
        return new Finding(condition, Answer.UNMET, why);
    }

    static Finding unknown(Condition condition, String why) {
        return new Finding(condition, Answer.UNKNOWN, why);
    }
}
