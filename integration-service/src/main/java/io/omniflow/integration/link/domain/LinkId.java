package io.omniflow.integration.link.domain;

import java.util.UUID;

public record LinkId(UUID value) {}
