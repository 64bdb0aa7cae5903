package io.omniflow.integration.hook.domain;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One request to an endpoint.
 *
 * @param id the same for every attempt of a message
 * @param at when this attempt is made
 * @param secrets each of them signs
 * @param attempt counted from 1
 */
public record HookCall(URI url, UUID id, Instant at, String body, List<SigningSecret> secrets, int attempt) {
    public HookCall {
        secrets = List.copyOf(secrets);
    }
}
