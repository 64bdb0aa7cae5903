package io.omniflow.sla.clock.domain;

import java.util.UUID;

/** One version of one policy. */
public record PolicyRef(UUID id, int version) {}
