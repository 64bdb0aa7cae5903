package io.omniflow.merge.merging.domain;

import java.time.Instant;

/** Who asked for it and when the request was accepted; {@code actor} is {@code kind:id}. */
public record Asked(String actor, Instant at) {}
