package io.omniflow.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;

/** The data of an event whose type is not known here, as it came: a newer service wrote it. */
public record UnknownData(JsonNode json) {}
