package io.omniflow.contract;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened between a ticket and another system. */
public sealed interface IntegrationEvent {
    UUID ticketId();

    @EventType(value = "omniflow.integration.link_created.v1", topic = Topics.INTEGRATIONS)
    record LinkCreated(
            UUID linkId,
            UUID ticketId,
            UUID connectionId,
            String system,
            String key,
            String url,
            @Nullable String state)
            implements IntegrationEvent {}

    @EventType(value = "omniflow.integration.link_removed.v1", topic = Topics.INTEGRATIONS)
    record LinkRemoved(UUID linkId, UUID ticketId, UUID connectionId, String system, String key, String url)
            implements IntegrationEvent {}

    /** {@code claimedAt} is the time the vendor gave the change. */
    @EventType(value = "omniflow.integration.external_status_changed.v1", topic = Topics.INTEGRATIONS)
    record ExternalStatusChanged(
            UUID linkId,
            UUID ticketId,
            UUID connectionId,
            String system,
            @Nullable String before,
            String after,
            @Nullable Instant claimedAt)
            implements IntegrationEvent {}

    /** Every retry is used up; it can be retried by hand. */
    @EventType(value = "omniflow.integration.delivery_dead.v1", topic = Topics.INTEGRATIONS)
    record DeliveryDead(
            UUID deliveryId,
            UUID ticketId,
            UUID connectionId,
            String operation,
            @Min(1) int attempts,
            Problem problem) implements IntegrationEvent {}
}
