package io.omniflow.integration.linear.fake;

/** A link kept on an issue; one a URL. */
public record FakeAttachment(String id, String title, String url) {}
