package io.omniflow.integration.sync.domain;

import java.time.Instant;

/** The state an issue was last known in, read there or written by us. {@code at} is the vendor's time. */
public record Seen(ExternalState state, Instant at) {}
