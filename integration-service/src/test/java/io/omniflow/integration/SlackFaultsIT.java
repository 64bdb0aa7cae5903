package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.Fault;
import io.omniflow.integration.slack.fake.SlackFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong at Slack or on the way there: each message once and in order, or a reason. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SlackFaultsIT {
    private static final String POST = "chat.postMessage";
    private static final SlackFake FAKE = TestSlack.FAKE;

    private ThreadDesk slack;

    @BeforeEach
    void open() {
        FAKE.calm();
        slack = new ThreadDesk();
    }

    @AfterEach
    void close() {
        slack.close();
    }

    static Stream<Fault> passing() {
        return Stream.of(
                new Fault.Answer(
                        Fault.Effect.NONE, 429, Map.of("Retry-After", "1"), "{\"ok\":false,\"error\":\"ratelimited\"}"),
                new Fault.Answer(Fault.Effect.NONE, 429, Map.of(), "too many"),
                SlackFake.refusal("ratelimited"),
                SlackFake.refusal("internal_error"),
                Fault.serverError(Fault.Effect.NONE),
                Fault.serverError(Fault.Effect.DONE),
                new Fault.Answer(Fault.Effect.NONE, 200, Map.of(), "{\"ok\": tr"),
                new Fault.Answer(Fault.Effect.DONE, 200, Map.of(), "{\"ok\": tr"),
                new Fault.Answer(Fault.Effect.DONE, 200, Map.of(), "{\"ok\": true}"),
                new Fault.Silence(Fault.Effect.NONE),
                new Fault.Silence(Fault.Effect.DONE),
                new Fault.Slowness(Duration.ofMillis(300)),
                new Fault.Slowness(Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_leaves_one_first_message_and_one_line_of_each(Fault fault) {
        FAKE.fail(POST, fault);
        slack.opened();
        FAKE.fail(POST, fault);
        slack.moved(TicketStatus.OPEN, TicketStatus.IN_PROGRESS);
        slack.moved(TicketStatus.IN_PROGRESS, TicketStatus.WAITING);

        slack.awaitTold(2);
        assertEquals(1, TestSlack.firsts(slack.desk.title).size());
        assertEquals(
                List.of("Status: Open → In progress", "Status: In progress → Waiting"),
                TestSlack.told(slack.desk.title));
    }

    @Test
    void what_was_posted_in_silence_is_found_and_not_posted_again() {
        FAKE.fail(POST, new Fault.Silence(Fault.Effect.DONE));
        slack.opened();

        assertEquals(1, FAKE.calls(POST).size());
        assertEquals(1, FAKE.calls("conversations.history").size());
    }

    @Test
    void a_look_that_fails_too_is_repeated_before_anything_is_posted() {
        FAKE.fail(POST, new Fault.Silence(Fault.Effect.DONE));
        FAKE.fail("conversations.history", Fault.serverError(Fault.Effect.NONE), SlackFake.refusal("ratelimited"));
        slack.opened();

        assertEquals(1, FAKE.calls(POST).size());
        assertEquals(3, FAKE.calls("conversations.history").size());
        assertEquals(1, TestSlack.firsts(slack.desk.title).size());
    }

    @Test
    void retry_after_is_kept() {
        FAKE.fail(POST, new Fault.Answer(Fault.Effect.NONE, 429, Map.of("Retry-After", "2"), ""));
        slack.opened();

        List<FakeCall> calls = FAKE.calls(POST);
        assertEquals(2, calls.size());
        assertTrue(between(calls.get(0), calls.get(1)).compareTo(Duration.ofSeconds(2)) >= 0);
    }

    @Test
    void messages_keep_the_pace() {
        slack.opened();
        for (int i = 0; i < 4; i++) {
            slack.moved(TicketStatus.OPEN, TicketStatus.IN_PROGRESS);
        }
        slack.awaitTold(4);

        List<FakeCall> calls = FAKE.calls(POST);
        assertEquals(5, calls.size(), "what is held back sends nothing");
        // A hundred milliseconds as set; on their way they may come closer.
        assertTrue(between(calls.getFirst(), calls.getLast()).compareTo(Duration.ofMillis(300)) >= 0);
    }

    @Test
    void a_refused_first_message_says_why_and_can_be_retried_by_hand() {
        FAKE.fail(POST, SlackFake.refusal("is_archived"));
        String thread = slack.ask().then().statusCode(202).extract().path("id");
        slack.desk.owner.report(slack.desk.ticket, slack.desk.title, null);

        slack.await(thread, "failed");
        slack.thread(thread)
                .then()
                .body("problem.type", equalTo("vendor-refused"))
                .body("problem.detail", equalTo("The channel is archived (is_archived)"));
        String delivery = slack.desk
                .as("agent")
                .get(Desk.DELIVERIES + "?state=failed")
                .then()
                .body("items[0].threadId", equalTo(thread))
                .extract()
                .path("items[0].id");
        slack.desk
                .as("agent")
                .post(Desk.DELIVERIES + "/" + delivery + "/retry")
                .then()
                .statusCode(200);
        slack.await(thread, "open");
        assertEquals(1, TestSlack.firsts(slack.desk.title).size());
    }

    @Test
    void a_title_calls_nobody() {
        String thread = slack.ask().then().statusCode(202).extract().path("id");
        slack.desk.owner.report(slack.desk.ticket, "<!channel> & <@U0BEN> " + slack.desk.title, null);
        slack.await(thread, "open");

        assertEquals(
                "#42 &lt;!channel&gt; &amp; &lt;@U0BEN&gt; " + slack.desk.title,
                TestSlack.firsts(slack.desk.title).getFirst().text());
    }

    private static Duration between(FakeCall one, FakeCall other) {
        Instant first = one.at();
        return Duration.between(first, other.at());
    }
}
