package io.omniflow.integration.connection.domain;

/** What trying a connection came to; {@code message} is for the person who set it up. */
public sealed interface ProbeResult {
    String message();

    record Works(String message) implements ProbeResult {}

    record Broken(String message) implements ProbeResult {}
}
