package io.omniflow.integration.hook.domain;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that is this worker's until the lease ends, and what it needs for the attempt. The count of attempts includes
 * the one that begins.
 */
public record HookClaim(
        HookDelivery delivery, UUID lease, URI url, SigningSecrets secrets, String body, Instant startedAt) {}
