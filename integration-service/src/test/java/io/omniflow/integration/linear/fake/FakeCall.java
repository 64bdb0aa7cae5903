package io.omniflow.integration.linear.fake;

import java.time.Instant;
import java.util.Map;

/** A call that reached the fake, whatever became of it. */
public record FakeCall(Instant at, String operation, Map<String, Object> variables) {}
