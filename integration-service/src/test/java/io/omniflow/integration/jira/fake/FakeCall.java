package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * A call that reached the fake, whatever became of it.
 *
 * @param operation the fake's name for it: the method and the path without ids
 * @param body missing where there was none
 */
public record FakeCall(
        Instant at, String operation, String method, String path, Map<String, String> query, JsonNode body) {}
