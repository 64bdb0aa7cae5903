package io.omniflow.ticket.conversation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Text an agent sends to the customer through a conversation. {@code author} is an actor, {@code kind:id}; {@code failure} tells why it did not arrive. */
public record Reply(
        UUID id,
        UUID ticketId,
        UUID conversationId,
        String body,
        String author,
        Instant createdAt,
        Delivery delivery,
        @Nullable Instant deliveredAt,
        @Nullable String failure,
        long version) {}
