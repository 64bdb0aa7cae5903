package io.omniflow.ticket.conversation.domain;

import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation comes with. {@code inboxAddress} is the address, number or widget the customer wrote to,
 * {@code language} an IETF tag, {@code externalId} the thread's name on its channel.
 */
public record Opening(
        Channel channel,
        @Nullable String subject,
        @Nullable UUID contactId,
        ContactCard contact,
        @Nullable String externalId,
        @Nullable String inboxAddress,
        @Nullable String language,
        Tags tags) {

    public Opening from(@Nullable UUID recognised) {
        return new Opening(channel, subject, recognised, contact, externalId, inboxAddress, language, tags);
    }
}
