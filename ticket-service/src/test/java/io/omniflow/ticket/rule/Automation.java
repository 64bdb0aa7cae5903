package io.omniflow.ticket.rule;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Channel;
import io.omniflow.contract.ContactCard;
import io.omniflow.contract.ConversationEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.Desk;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Rules, conversations and what rules make of them, in the workspace of one desk. */
final class Automation {
    static final String RULES = "/api/v1/rules";
    static final String CONVERSATIONS = "/api/v1/conversations";

    final Desk desk = new Desk();

    /** Makes a rule as a lead; its id. */
    String rule(String body) {
        return desk.as(Roles.LEAD)
                .body(body)
                .post(RULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One that makes a ticket, with more conditions or none. */
    String creating(String trigger, String when) {
        return rule("""
                {"name": "create", "trigger": "%s", "when": %s,
                 "then": {"createTicket": {"title": "Made: {subject}", "priority": "high", "tags": ["made"]}}}""".formatted(trigger, when));
    }

    String changing(String trigger, String when, String changes) {
        return rule("{\"name\": \"change\", \"trigger\": \"%s\", \"when\": %s, \"then\": {\"changeTicket\": %s}}"
                .formatted(trigger, when, changes));
    }

    JsonPath read(String rule) {
        return desk.as(Roles.VIEWER)
                .get(RULES + "/" + rule)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath patch(String rule, String patch) {
        return desk.as(Roles.LEAD)
                .body(patch)
                .patch(RULES + "/" + rule)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath dryRun(String rule, String body) {
        return desk.anna()
                .body(body)
                .post(RULES + "/" + rule + "/dry-run")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

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

    void say(String conversation, String body) {
        desk.anna()
                .body("{\"author\":\"contact\",\"body\":\"" + body + "\"}")
                .post(CONVERSATIONS + "/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }

    void tag(String conversation, String tag) {
        desk.anna()
                .put(CONVERSATIONS + "/" + conversation + "/tags/" + tag)
                .then()
                .statusCode(200);
    }

    String convert(String conversation) {
        return desk.anna()
                .body("{}")
                .post(CONVERSATIONS + "/" + conversation + "/convert")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Tickets of a conversation. */
    JsonPath ticketsOf(String conversation) {
        return desk.as(Roles.VIEWER)
                .queryParam("conversation", conversation)
                .get(Desk.TICKETS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The one ticket of a conversation, once it is there. */
    JsonPath awaitTicketOf(String conversation) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertEquals(1, ticketsOf(conversation).getList("items").size()));
        return ticketsOf(conversation).setRootPath("items[0]");
    }

    /** Waits until everything told so far was looked at by the rules: nothing of it is left in the queue. */
    void awaitQuiet() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(0, desk.rows("rule_work")));
    }

    void awaitCounter(String rule, String counter, int times) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(times, read(rule).getInt("counters." + counter)));
    }

    OutboundEvent opened(UUID id, String... tags) {
        return told(new ConversationEvent.Opened(
                id,
                Channel.WHATSAPP,
                "Order 1009",
                null,
                null,
                List.of(tags),
                "+49 30 1",
                "de",
                new ContactCard("Dana Reyes", id + "@customer.example", null)));
    }

    OutboundEvent received(UUID id, String body) {
        return told(new ConversationEvent.MessageReceived(id, UUID.randomUUID(), null, body));
    }

    OutboundEvent retagged(UUID id, List<String> before, List<String> after) {
        return told(new ConversationEvent.TagsChanged(id, before, after));
    }

    /** The same, told of the past. */
    static OutboundEvent ofThePast(OutboundEvent event) {
        return new OutboundEvent(
                event.id(),
                event.workspace(),
                event.subject(),
                event.data(),
                event.time(),
                event.sequence(),
                event.origin(),
                event.changeId(),
                event.position(),
                History.BACKFILL);
    }

    /** All of a conversation under one correlation id, as an inbox may well do. */
    private OutboundEvent told(ConversationEvent event) {
        return OutboundEvent.of(
                new WorkspaceId(desk.workspace),
                event.conversationId(),
                event,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                new Origin("customer:x", "c-" + event.conversationId(), null));
    }
}
