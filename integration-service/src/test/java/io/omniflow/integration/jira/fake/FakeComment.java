package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;

public record FakeComment(String id, JsonNode body) {}
