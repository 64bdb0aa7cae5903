package io.omniflow.integration.connection.domain;

/** A connection as somebody wants it; made by {@link ConnectionForm} only, so it is valid. */
public record ConnectionDraft(ConnectionTerms terms, Secrets secrets) {}
