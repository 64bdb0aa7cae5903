package io.omniflow.integration.link.domain;

import org.jspecify.annotations.Nullable;

/**
 * An issue at the other side.
 *
 * @param key what people call it there ({@code ENG-12}); it may change, the id does not
 * @param state its status in the other system's own words
 */
public record ExternalIssue(
        String id, String key, String url, @Nullable String state) {}
