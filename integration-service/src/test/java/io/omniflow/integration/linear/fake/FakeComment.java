package io.omniflow.integration.linear.fake;

/** A comment on an issue. */
public record FakeComment(String id, String body, String author) {}
