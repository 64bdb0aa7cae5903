package io.omniflow.integration.delivery.domain;

import java.util.UUID;

public record DeliveryId(UUID value) {}
