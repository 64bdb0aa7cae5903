package io.omniflow.integration.incoming.domain;

import java.util.UUID;

public record WebhookId(UUID value) {}
