package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.SigningSecrets;

/** An endpoint with its secrets, kept only as long as something needs them. */
public record OpenEndpoint(Endpoint endpoint, SigningSecrets secrets) {}
