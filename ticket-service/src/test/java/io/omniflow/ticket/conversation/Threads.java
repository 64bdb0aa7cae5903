package io.omniflow.ticket.conversation;

import io.omniflow.contract.Channel;
import io.omniflow.contract.ContactCard;
import io.omniflow.contract.ConversationEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.Desk;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations of one desk, told by REST or as the inbox tells them. */
final class Threads {
    static final String CONVERSATIONS = "/api/v1/conversations";
    static final UUID AGENT = new UUID(7, 7);

    private final Desk desk;
    private Instant last = Instant.EPOCH;

    Threads(Desk desk) {
        this.desk = desk;
    }

    /** Opened by REST; its id. */
    String open(String body) {
        return desk.anna()
                .body(body)
                .post(CONVERSATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String open() {
        return open("{\"channel\":\"email\",\"subject\":\"Payment declined\"}");
    }

    JsonPath read(String id) {
        return desk.as("viewer")
                .get(CONVERSATIONS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath messages(String id) {
        return desk.as("viewer")
                .get(CONVERSATIONS + "/" + id + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath say(String id, String author, String body) {
        return desk.anna()
                .body("{\"author\":\"" + author + "\",\"body\":\"" + body + "\"}")
                .post(CONVERSATIONS + "/" + id + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The ticket a conversation is converted to; its id. */
    String convert(String id) {
        return desk.anna()
                .body("{}")
                .post(CONVERSATIONS + "/" + id + "/convert")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    OutboundEvent told(ConversationEvent event, String actor, Instant at) {
        return OutboundEvent.of(
                new WorkspaceId(desk.workspace),
                event.conversationId(),
                event,
                at.truncatedTo(ChronoUnit.MILLIS),
                null,
                new Origin(actor, "c-" + event.conversationId(), null));
    }

    OutboundEvent opened(UUID id, @Nullable String externalId, String... tags) {
        return told(
                new ConversationEvent.Opened(
                        id,
                        Channel.WHATSAPP,
                        "Order 1009",
                        null,
                        externalId,
                        List.of(tags),
                        "+49 30 1",
                        "de",
                        new ContactCard("Dana Reyes", id + "@customer.example", null)),
                "customer:x",
                next());
    }

    OutboundEvent received(UUID id, UUID message, String body) {
        return told(new ConversationEvent.MessageReceived(id, message, null, body), "customer:x", next());
    }

    OutboundEvent sent(UUID id, UUID message, @Nullable UUID replyId, String body) {
        return told(new ConversationEvent.MessageSent(id, message, replyId, AGENT, body), "agent:" + AGENT, next());
    }

    /** Now, but never the same millisecond twice: messages are listed by their times. */
    private Instant next() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }
}
