package io.omniflow.sla.clock;

import java.time.Instant;

/** A ticket was put under that revision of its workspace's policies on purpose. */
public record Reapplication(Instant at, int revision) {}
