package io.omniflow.ticket.conversation;

import static io.omniflow.ticket.conversation.Threads.CONVERSATIONS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Channel;
import io.omniflow.contract.ConversationEvent;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mirror, fed by REST. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ConversationsIT {
    private static final String EMAIL = """
            {"channel": "email", "subject": "Payment declined", "contact": {"name": "Dana", "email": "dana@customer.example"},
             "externalId": "mail-1", "inboxAddress": "support@shop.example", "language": "en", "tags": ["Billing"],
             "message": {"body": "My card is refused.", "author": "contact"}}""";

    private final Desk desk = new Desk();
    private final Threads threads = new Threads(desk);

    private static Predicate<SeenEvent> of(String conversation) {
        return event -> event.header("ce_subject").equals(conversation);
    }

    private List<String> subjects(String query) {
        return desk.as("viewer")
                .get(CONVERSATIONS + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.subject");
    }

    @Test
    void a_conversation_is_kept_and_told_as_the_inbox_would() {
        try (Watch watch = Events.watch(Topics.CONVERSATIONS)) {
            JsonPath made = desk.anna()
                    .body(EMAIL)
                    .post(CONVERSATIONS)
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"2\"")
                    .extract()
                    .jsonPath();
            String id = made.getString("id");
            assertEquals(
                    Set.of(
                            "id",
                            "channel",
                            "subject",
                            "contactId",
                            "externalId",
                            "inboxAddress",
                            "language",
                            "tags",
                            "state",
                            "ticketId",
                            "openedAt",
                            "lastMessageAt",
                            "version"),
                    made.getMap("").keySet());
            assertEquals(made.getMap(""), threads.read(id).getMap(""));
            assertNull(made.getString("ticketId"));
            List<SeenEvent> told = watch.await(2, of(id));
            ConversationEvent.Opened opened =
                    (ConversationEvent.Opened) told.getFirst().data();
            assertEquals(Channel.EMAIL, opened.channel());
            assertEquals(made.getString("contactId"), String.valueOf(opened.contactId()));
            assertEquals(List.of("billing"), opened.tags());
            assertEquals("mail-1", opened.externalId());
            ConversationEvent.MessageReceived message =
                    (ConversationEvent.MessageReceived) told.getLast().data();
            assertEquals("My card is refused.", message.body());
            assertEquals(message.messageId().toString(), threads.messages(id).getString("items[0].id"));
            assertEquals("agent:anna", told.getLast().header("ce_actor"));
            assertEquals(desk.workspace, told.getLast().workspace());
        }
    }

    @Test
    void an_external_id_finds_the_first_conversation_of_its_channel_again() {
        String id = threads.open(EMAIL);
        desk.anna()
                .body(EMAIL)
                .post(CONVERSATIONS)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(id));
        threads.open("{\"channel\":\"chat\",\"externalId\":\"mail-1\"}");
        new Threads(new Desk()).open(EMAIL);
        assertEquals(2, desk.rows("conversation"));
        assertEquals(1, desk.rows("message"));
        assertEquals(1, desk.rows("contact"));
    }

    /** A closing that came back behind the message that opened the conversation again would close it once more. */
    @Test
    void what_was_told_by_rest_has_no_second_effect_when_it_comes_back() {
        try (Watch tickets = Events.watch(Topics.TICKETS)) {
            String id = threads.open();
            String ticket = threads.convert(id);
            desk.anna().post(CONVERSATIONS + "/" + id + "/close").then().statusCode(200);
            threads.say(id, "contact", "by rest");
            threads.say(id, "agent", "answer by rest");
            OutboundEvent last = threads.sent(UUID.fromString(id), UUID.randomUUID(), null, "by kafka");
            Events.publish(last);
            tickets.await(
                    event -> event.header("ce_causationid").equals(last.id().toString()));
            assertEquals(
                    List.of("created", "customer_message_received", "agent_replied", "agent_replied"),
                    desk.kinds(ticket));
            assertEquals(3, threads.messages(id).getList("items").size());
            assertEquals("open", threads.read(id).getString("state"));
            assertEquals(5, threads.read(id).getInt("version"));
        }
    }

    @Test
    void messages_come_newest_first_page_by_page() {
        String id = threads.open();
        List<String> said = IntStream.range(0, 7).mapToObj(i -> "m" + i).toList();
        said.forEach(body -> threads.say(id, "contact", body));
        List<String> read = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification viewer = desk.as("viewer").queryParam("limit", 3);
            JsonPath page = (cursor == null ? viewer : viewer.queryParam("cursor", cursor))
                    .get(CONVERSATIONS + "/" + id + "/messages")
                    .jsonPath();
            read.addAll(page.getList("items.body"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertEquals(said.reversed(), read);
    }

    @Test
    void a_message_has_a_place_of_its_own() {
        String id = threads.open();
        JsonPath message = threads.say(id, "agent", "Hello");
        assertEquals(
                Set.of("id", "conversationId", "author", "authorId", "body", "replyId", "at", "recordedAt"),
                message.getMap("").keySet());
        String path = CONVERSATIONS + "/" + id + "/messages/" + message.getString("id");
        desk.as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("body", equalTo("Hello"));
        desk.as("viewer").get(path.replace(id, threads.open())).then().statusCode(404);
    }

    @Test
    void the_list_is_narrowed_by_each_filter_and_by_all() {
        String one = threads.open("{\"channel\":\"email\",\"subject\":\"100% Refund_now\"}");
        threads.open("{\"channel\":\"chat\",\"subject\":\"Refund later\",\"contactId\":\"" + new UUID(1, 1) + "\"}");
        String three = threads.open("{\"channel\":\"email\",\"subject\":\"Hello\"}");
        desk.anna().post(CONVERSATIONS + "/" + three + "/close").then().statusCode(200);
        String ticket = threads.convert(one);
        assertEquals(List.of("Hello", "Refund later", "100% Refund_now"), subjects(""));
        assertEquals(List.of("Hello", "100% Refund_now"), subjects("channel=email"));
        assertEquals(List.of("Refund later"), subjects("contact=" + new UUID(1, 1)));
        assertEquals(List.of("Hello"), subjects("state=closed"));
        assertEquals(List.of("100% Refund_now"), subjects("ticket=" + ticket));
        assertEquals(List.of("Refund later", "100% Refund_now"), subjects("q=rEFUND"));
        assertEquals(List.of("100% Refund_now"), subjects("q=d_n"));
        assertEquals(List.of("100% Refund_now"), subjects("q=0%"));
        assertEquals(List.of(), subjects("q=refund&channel=sms"));
        JsonPath page =
                desk.as("viewer").get(CONVERSATIONS + "?limit=2&channel=email").jsonPath();
        assertNull(page.getString("nextCursor"));
        page = desk.as("viewer").get(CONVERSATIONS + "?limit=2").jsonPath();
        assertEquals(List.of("100% Refund_now"), subjects("limit=2&cursor=" + page.getString("nextCursor")));
        desk.as("viewer").get(CONVERSATIONS + "?channel=pigeon").then().statusCode(400);
    }

    @Test
    void tags_and_closing_are_told_once_and_heed_the_version() {
        try (Watch watch = Events.watch(Topics.CONVERSATIONS)) {
            String id = threads.open();
            String tag = CONVERSATIONS + "/" + id + "/tags/Vip";
            desk.anna().header("If-Match", "\"7\"").put(tag).then().statusCode(412);
            desk.anna().put(tag).then().statusCode(200).header("ETag", "\"2\"").body("tags", equalTo(List.of("vip")));
            desk.anna().put(tag).then().statusCode(200).header("ETag", "\"2\"");
            desk.anna()
                    .delete(tag)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"3\"")
                    .body("tags", equalTo(List.of()));
            String close = CONVERSATIONS + "/" + id + "/close";
            desk.anna()
                    .post(close)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"4\"")
                    .body("state", equalTo("closed"));
            desk.anna().post(close).then().statusCode(200).header("ETag", "\"4\"");
            threads.say(id, "contact", "the end");
            watch.await(event -> of(id).test(event) && event.data() instanceof ConversationEvent.MessageReceived);
            List<SeenEvent> told = watch.await(5, of(id));
            assertEquals(
                    new ConversationEvent.TagsChanged(UUID.fromString(id), List.of(), List.of("vip")),
                    told.get(1).data());
            assertEquals(
                    new ConversationEvent.TagsChanged(UUID.fromString(id), List.of("vip"), List.of()),
                    told.get(2).data());
            assertEquals(
                    new ConversationEvent.Closed(UUID.fromString(id)),
                    told.get(3).data());
            assertEquals(5, told.size());
        }
    }

    @Test
    void each_field_that_breaks_a_rule_is_named() {
        desk.anna()
                .body("""
                        {"subject": "%s", "externalId": " ", "language": "%s", "tags": ["", "%s"],
                         "contact": {"email": "%s"}, "message": {"body": " "}}""".formatted("s".repeat(1_001), "l".repeat(36), "t".repeat(65), "e".repeat(321)))
                .post(CONVERSATIONS)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/channel",
                                "/subject",
                                "/externalId",
                                "/language",
                                "/tags/0",
                                "/tags/1",
                                "/contact/email",
                                "/message/body",
                                "/message/author"));
        String id = threads.open();
        String messages = CONVERSATIONS + "/" + id + "/messages";
        desk.anna()
                .body("{\"author\":\"contact\",\"body\":\"x\",\"replyId\":\"" + UUID.randomUUID() + "\"}")
                .post(messages)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/replyId"));
        desk.anna()
                .body("{\"author\":\"automation\",\"body\":\"x\"}")
                .post(messages)
                .then()
                .statusCode(400);
        desk.as("viewer")
                .body("{\"author\":\"contact\",\"body\":\"x\"}")
                .post(messages)
                .then()
                .statusCode(403);
        desk.anna()
                .body("{\"author\":\"contact\",\"body\":\"x\"}")
                .post(messages.replace(id, UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
        assertEquals(0, desk.rows("message"));
    }
}
