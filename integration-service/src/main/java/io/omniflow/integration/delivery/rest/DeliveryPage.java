package io.omniflow.integration.delivery.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of deliveries, for the API description. */
record DeliveryPage(List<DeliveryView> items, @Nullable String nextCursor) {}
