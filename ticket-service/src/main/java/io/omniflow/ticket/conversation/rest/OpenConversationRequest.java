package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Only the channel is required. */
@Schema(name = "TellConversation")
record OpenConversationRequest(
        @Nullable Channel channel,
        @Nullable String subject,
        @Nullable Contact contact,
        @Nullable UUID contactId,
        @Nullable String externalId,
        @Nullable String inboxAddress,
        @Nullable String language,
        @Nullable List<String> tags,
        @Nullable MessageRequest message) {
    static final String EXAMPLE = """
            {"channel": "email", "subject": "Payment declined",
             "contact": {"name": "Dana Reyes", "email": "dana@customer.example"},
             "externalId": "mail-88121", "inboxAddress": "support@shop.example", "language": "en", "tags": ["billing"],
             "message": {"body": "My card is refused.", "author": "contact"}}""";

    /** The other side, where the caller does not know the contact's id. */
    @Schema(name = "TellContact")
    record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** Fails with 422 and a pointer to each field that breaks a rule. */
    Opening opening() {
        List<FieldError> errors = new ArrayList<>();
        if (channel == null) {
            errors.add(new FieldError("/channel", "is needed"));
        }
        ConversationRules.words("/subject", subject, ConversationRules.LONGEST_SUBJECT, errors);
        ConversationRules.words("/externalId", externalId, ConversationRules.LONGEST_EXTERNAL_ID, errors);
        ConversationRules.words("/inboxAddress", inboxAddress, ConversationRules.LONGEST_NAME, errors);
        ConversationRules.words("/language", language, ConversationRules.LONGEST_LANGUAGE, errors);
        ConversationRules.tags("/tags", tags == null ? List.of() : tags, errors);
        if (contact != null) {
            ConversationRules.words("/contact/name", contact.name(), ConversationRules.LONGEST_NAME, errors);
            ConversationRules.words("/contact/email", contact.email(), ConversationRules.LONGEST_NAME, errors);
            ConversationRules.words("/contact/phone", contact.phone(), ConversationRules.LONGEST_NAME, errors);
        }
        if (message != null) {
            message.check("/message", errors);
        }
        ConversationRules.refuse(errors);
        return new Opening(
                Objects.requireNonNull(channel),
                subject,
                contactId,
                contact == null ? ContactCard.EMPTY : new ContactCard(contact.name(), contact.email(), contact.phone()),
                externalId,
                inboxAddress,
                language,
                tags == null ? Tags.NONE : Tags.of(tags));
    }
}
