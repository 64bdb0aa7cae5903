package io.omniflow.integration.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A message in a channel; {@code thread} is the {@code ts} of the first one, null in that one itself. */
public record FakeMessage(
        String ts, String channel, @Nullable String thread, String text, JsonNode posted) {}
