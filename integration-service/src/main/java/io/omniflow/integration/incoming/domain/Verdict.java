package io.omniflow.integration.incoming.domain;

/** Whether a request is what it says. */
public sealed interface Verdict {
    /** @param deliveryId the same for every repetition of one delivery */
    record Genuine(String deliveryId) implements Verdict {}

    /** Genuine, says nothing and wants this text back, as Slack's {@code url_verification} does. */
    record Challenge(String answer) implements Verdict {}

    /** Not signed with the connection's secret, or the connection has none. */
    record Forged(String reason) implements Verdict {}

    /** Signed, but outside the window of time. */
    record TooOld(String reason) implements Verdict {}

    /** Genuine, but not what this vendor sends. */
    record Unreadable(String reason) implements Verdict {}
}
