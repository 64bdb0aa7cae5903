package io.omniflow.integration.sync.domain;

import java.util.UUID;

/**
 * Something to be said at an issue.
 *
 * @param id chosen before the first call; a vendor that takes ids of others gets it, the others carry it as a marker
 * @param author the person who wrote it here, for the vendor shows our own account as its author
 * @param text plain text
 */
public record Comment(UUID id, String author, String text) {}
