package io.omniflow.integration.connection.domain;

import java.util.UUID;

public record ConnectionId(UUID value) {}
