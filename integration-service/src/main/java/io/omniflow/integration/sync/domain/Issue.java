package io.omniflow.integration.sync.domain;

import java.time.Instant;

/**
 * An issue as the other side has it now.
 *
 * @param id the vendor's stable id
 * @param key what people call it there; it may change
 * @param changedAt the vendor's time of its newest change
 */
public record Issue(String id, String key, String url, ExternalState state, Instant changedAt) {}
