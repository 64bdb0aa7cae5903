package io.omniflow.integration.thread.domain;

import java.util.UUID;

public record ThreadId(UUID value) {}
