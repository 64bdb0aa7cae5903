package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.slack.fake.FakeMessage;
import io.omniflow.kit.outbox.History;
import io.omniflow.testing.Backing;
import io.omniflow.testing.SeenEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a ticket gets a thread, what is told in it, and what becomes of what people answer. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ThreadIT {
    private ThreadDesk slack;

    @BeforeEach
    void open() {
        TestSlack.FAKE.calm();
        slack = new ThreadDesk();
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void a_thread_opens_with_the_ticket_and_opens_once() {
        String thread = slack.opened();

        List<FakeMessage> firsts = TestSlack.firsts(slack.desk.title);
        assertEquals(1, firsts.size());
        FakeMessage first = firsts.getFirst();
        assertEquals("#42 " + slack.desk.title, first.text());
        JsonNode blocks = first.posted().path("blocks");
        assertEquals(
                "#42 " + slack.desk.title,
                blocks.path(0).path("text").path("text").asText());
        assertEquals(
                "*Priority:* High   *Status:* Open\n<https://desk.example/tickets/42|Open the ticket>",
                blocks.path(1).path("text").path("text").asText());
        slack.thread(thread)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("message", equalTo(first.ts()))
                .body("channel", equalTo(SignedSlack.CHANNEL));

        slack.ask().then().statusCode(200).body("id", equalTo(thread));
        slack.desk
                .as("viewer")
                .get(Desk.THREADS + "?ticketId=" + slack.desk.ticket)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(thread));
        assertEquals(1, TestSlack.firsts(slack.desk.title).size());
    }

    @Test
    void status_assignee_and_clocks_are_told_in_order() {
        slack.opened();
        slack.moved(TicketStatus.OPEN, TicketStatus.IN_PROGRESS);
        slack.awaitTold(1);
        slack.happens(new TicketEvent.Assigned(null, UUID.randomUUID(), slack.state()));
        slack.awaitTold(2);
        slack.happens(new SlaEvent.ClockWarned(
                ClockMetric.FIRST_RESPONSE,
                1,
                UUID.randomUUID(),
                1,
                75,
                Duration.ofHours(4),
                ThreadDesk.AT,
                Duration.ZERO,
                null,
                ThreadDesk.summary()));
        slack.happens(ThreadDesk.breached(null));
        slack.happens(new SlaEvent.ClockBreachWithdrawn(
                ClockMetric.FIRST_RESPONSE, 1, UUID.randomUUID(), 1, ThreadDesk.AT, ThreadDesk.summary()));
        slack.happens(new SlaEvent.ClockMet(
                ClockMetric.RESOLUTION,
                1,
                UUID.randomUUID(),
                1,
                Duration.ofHours(8),
                Duration.ofMinutes(150),
                ThreadDesk.summary()));

        assertEquals(
                List.of(
                        "Status: Open → In progress",
                        "Somebody is assigned now",
                        "First response: 75 % of its time is used, due 28 Nov 2026 10:00 UTC",
                        "First response: target of 4 h missed at 28 Nov 2026 10:00 UTC",
                        "First response: not missed after all; what was told of 28 Nov 2026 10:00 UTC is withdrawn",
                        "Resolution: met after 2 h 30 min"),
                slack.awaitTold(6));
    }

    @Test
    void a_breach_that_escalates_opens_the_thread_and_is_told_in_it() {
        slack.happens(ThreadDesk.breached(List.of("notify_lead", "notify_slack")));
        slack.desk.owner.report(slack.desk.ticket, slack.desk.title, null);

        assertEquals(List.of("First response: target of 4 h missed at 28 Nov 2026 10:00 UTC"), slack.awaitTold(1));
    }

    @Test
    void an_ordinary_breach_and_an_imported_one_open_nothing() {
        slack.happens(ThreadDesk.breached(List.of("notify_lead")));
        slack.happens(ThreadDesk.breached(List.of("notify_slack")), History.BACKFILL);
        // Opens the thread; had one of those before done so, it would tell of them.
        slack.happens(ThreadDesk.breached(List.of("notify_slack")));
        slack.desk.owner.report(slack.desk.ticket, slack.desk.title, null);

        slack.awaitTold(1);
        slack.moved(TicketStatus.OPEN, TicketStatus.WAITING);
        assertEquals("Status: Open → Waiting", slack.awaitTold(2).get(1));
    }

    @Test
    void a_link_to_engineering_and_a_stale_ticket_open_the_thread() {
        slack.happens(new IntegrationEvent.LinkCreated(
                UUID.randomUUID(),
                slack.desk.ticket,
                UUID.randomUUID(),
                "linear",
                "ENG-7",
                "https://linear.example/ENG-7?a=1&b=2",
                "Todo"));
        slack.desk.owner.report(slack.desk.ticket, slack.desk.title, null);
        assertEquals(
                List.of("Handed to engineering as ENG-7: https://linear.example/ENG-7?a=1&amp;b=2"),
                slack.awaitTold(1));

        try (ThreadDesk stale = new ThreadDesk()) {
            stale.happens(new TicketEvent.StalePinged(null, ThreadDesk.AT, stale.state()));
            stale.desk.owner.report(stale.desk.ticket, stale.desk.title, null);
            assertEquals(
                    List.of("Waiting for long; unless something happens its grace ends 28 Nov 2026 10:00 UTC"),
                    stale.awaitTold(1));
        }
    }

    @Test
    void a_persons_reply_becomes_a_note_with_the_authors_name_and_our_own_do_not() {
        String message = slack.thread(slack.opened()).path("message");

        reply(message, "U0ANNA", "", "Fixed in build 7 &amp; 8");
        SeenEvent command = slack.desk.owner.question(slack.desk.ticket);
        assertEquals(
                new TicketCommand.AddNote(slack.desk.ticket, "Fixed in build 7 & 8", "Anna", null), command.data());
        assertEquals("system:integration", command.header("ce_actor"));

        reply(message, "U0DESK", "\"bot_id\": \"B0DESK\", ", "Status: Open → Waiting");
        reply("1.000001", "U0ANNA", "", "In a thread of somebody else");
        reply(message, "U0NOBODY", "", "From somebody Slack does not name");
        assertEquals(
                new TicketCommand.AddNote(
                        slack.desk.ticket, "From somebody Slack does not name", "Somebody in Slack", null),
                slack.desk.owner.question(slack.desk.ticket).data());
        assertEquals(
                1,
                TestSlack.FAKE.calls("users.info").stream()
                        .filter(call -> call.variables().containsValue("U0ANNA"))
                        .count());
    }

    @Test
    void what_people_answer_after_a_merge_goes_where_the_ticket_went() {
        String message = slack.thread(slack.opened()).path("message");
        UUID destination = UUID.randomUUID();
        UUID merge = UUID.randomUUID();
        slack.happens(new TicketEvent.Merged(merge, destination, TicketStatus.OPEN, slack.state()));
        assertEquals(List.of("Merged into another ticket, where it goes on"), slack.awaitTold(1));

        reply(message, "U0BEN", "", "Still broken");
        assertEquals(
                new TicketCommand.AddNote(destination, "Still broken", "Ben", null),
                slack.desk.owner.question(destination).data());

        slack.happens(new TicketEvent.MergeUndone(merge, destination, slack.state()));
        assertEquals(
                "A merge with another ticket was undone", slack.awaitTold(2).get(1));
        reply(message, "U0BEN", "", "And again");
        assertEquals(
                new TicketCommand.AddNote(slack.desk.ticket, "And again", "Ben", null),
                slack.desk.owner.question(slack.desk.ticket).data());
    }

    @Test
    void a_ticket_that_is_refused_gets_no_thread_and_its_lines_are_dropped() {
        String thread = slack.ask().then().statusCode(202).extract().path("id");
        slack.moved(TicketStatus.OPEN, TicketStatus.WAITING);
        slack.desk.owner.reject(slack.desk.ticket);

        slack.await(thread, "rejected");
        slack.thread(thread).then().body("problem.type", equalTo("not-found"));
        assertTrue(slack.desk
                .as("agent")
                .get(Desk.DELIVERIES + "?state=ready")
                .<List<?>>path("items")
                .isEmpty());
        slack.ask().then().statusCode(202).body("id", equalTo(thread)).body("state", equalTo("requested"));
        slack.desk.owner.report(slack.desk.ticket, slack.desk.title, null);
        slack.await(thread, "open");
    }

    @Test
    void a_thread_is_wanted_over_a_connection_to_slack() {
        String linear = slack.desk.connect();
        slack.desk
                .as("agent")
                .body(Desk.threadWish(slack.desk.ticket, linear))
                .post(Desk.THREADS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/connectionId"));
        slack.desk
                .as("agent")
                .body(Desk.threadWish(slack.desk.ticket, UUID.randomUUID().toString()))
                .post(Desk.THREADS)
                .then()
                .statusCode(404);
        slack.desk
                .as("agent")
                .body("{\"ticketId\": \"" + slack.desk.ticket + "\"}")
                .post(Desk.THREADS)
                .then()
                .statusCode(202)
                .body("connectionId", equalTo(slack.connection))
                .body("createdAt", notNullValue());
        try (Desk unconnected = new Desk()) {
            unconnected
                    .as("agent")
                    .body("{\"ticketId\": \"" + unconnected.ticket + "\"}")
                    .post(Desk.THREADS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/connectionId"));
        }
    }

    @Test
    void the_connection_says_in_plain_words_what_is_wrong_with_it() {
        tested(
                slack.connection,
                "works",
                "Connected to Slack workspace Omniflow as desk; threads are opened in #tickets.");
        Map<String, Object> forged = TestSlack.connection();
        forged.put("credentials", Map.of("botToken", "xoxb-wrong"));
        tested(slack.desk.connect(forged), "broken", "Slack does not know the bot token (invalid_auth)");
        Map<String, Object> elsewhere = TestSlack.connection();
        elsewhere.put("settings", Map.of("channelId", "C0NOWHERE"));
        tested(
                slack.desk.connect(elsewhere),
                "broken",
                "Slack accepts the bot token, but not the channel C0NOWHERE: The channel is not there");
        Map<String, Object> outside = TestSlack.connection();
        outside.put("settings", Map.of("channelId", "C0OTHERS"));
        tested(
                slack.desk.connect(outside),
                "broken",
                "Slack accepts the bot token, but not the channel C0OTHERS: The app is not in it; invite it there");
    }

    private void tested(String connection, String outcome, String message) {
        slack.desk
                .as("admin")
                .post(Desk.CONNECTIONS + "/" + connection + "/test")
                .then()
                .statusCode(200)
                .body("state", equalTo(outcome))
                .body("message", startsWith(message));
    }

    private void reply(String thread, String user, String more, String text) {
        String event = """
            {"type": "event_callback", "event_id": "%s",
             "event": {"type": "message", "channel": "%s", "user": "%s", %s"text": "%s", "ts": "9999999999.000200",
                       "thread_ts": "%s"}}\
            """.formatted(SignedSlack.newEvent(), SignedSlack.CHANNEL, user, more, text, thread);
        SignedSlack.send(slack.connection, event).then().statusCode(200);
    }
}
