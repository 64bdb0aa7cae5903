package io.omniflow.integration.hook.domain;

import java.util.UUID;

public record EndpointId(UUID value) {}
