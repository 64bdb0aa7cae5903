package io.omniflow.integration.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ConnectionTerms;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.incoming.domain.Verdict;
import io.omniflow.kit.identity.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWebhooksTest {
    /** The example of Slack's own documentation: its secret, time, body and signature. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_531_420_618);

    private final SlackWebhooks slack = new SlackWebhooks(new DefaultSettings());
    private final OpenConnection connection = OpenConnection.create(
            new WorkspaceId(UUID.randomUUID()),
            new ConnectionId(UUID.randomUUID()),
            new ConnectionDraft(
                    new ConnectionTerms(ExternalSystem.SLACK, "Slack", null, Map.of("channelId", "C1"), Sync.ONE_WAY),
                    new Secrets(Map.of("botToken", new Secret("xoxb")), new Secret(SECRET))),
            SIGNED_AT);

    @Test
    void slacks_own_example_is_signed_as_slack_says() {
        assertEquals(SIGNATURE, SlackSignature.of(SECRET, "1531420618", BODY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_window_is_five_minutes_to_either_side() {
        String body = "{\"type\": \"event_callback\", \"event_id\": \"Ev1\"}";
        assertEquals(new Verdict.Genuine("Ev1"), judged(body, SIGNED_AT.plusSeconds(300)));
        assertInstanceOf(Verdict.TooOld.class, judged(body, SIGNED_AT.plusSeconds(301)));
        assertEquals(new Verdict.Genuine("Ev1"), judged(body, SIGNED_AT.minusSeconds(300)));
        assertInstanceOf(Verdict.TooOld.class, judged(body, SIGNED_AT.minusSeconds(301)));
    }

    @Test
    void what_has_no_type_or_no_id_is_genuine_and_unreadable() {
        assertInstanceOf(Verdict.Unreadable.class, judged("[]", SIGNED_AT));
        assertInstanceOf(Verdict.Unreadable.class, judged("{}", SIGNED_AT));
        assertInstanceOf(Verdict.Unreadable.class, judged("{\"type\": \"event_callback\"}", SIGNED_AT));
        assertInstanceOf(Verdict.Unreadable.class, judged("text", SIGNED_AT));
        assertEquals(
                new Verdict.Genuine("app_rate_limited 1518467820"),
                judged("{\"type\": \"app_rate_limited\", \"minute_rate_limited\": 1518467820}", SIGNED_AT));
    }

    @Test
    void a_challenge_is_answered() {
        assertEquals(
                new Verdict.Challenge("abc"),
                judged("{\"type\": \"url_verification\", \"challenge\": \"abc\"}", SIGNED_AT));
    }

    @Test
    void a_persons_reply_is_followed() {
        assertEquals(
                List.of(new Signal.ThreadReply("C1", "1.0001", "2.0002", "U1", "a < b")),
                said("\"text\": \"a &lt; b\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\": \"x\", \"subtype\": \"thread_broadcast\"",
                "\"text\": \"x\", \"subtype\": \"file_share\"",
                "\"text\": \"x\", \"subtype\": null, \"bot_id\": null, \"app_id\": \"\""
            })
    void these_are_replies_too(String more) {
        assertEquals(1, said(more).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\": \"x\", \"bot_id\": \"B1\"",
                "\"text\": \"x\", \"app_id\": \"A1\"",
                "\"text\": \"x\", \"bot_profile\": {\"id\": \"B1\"}",
                "\"text\": \"x\", \"subtype\": \"message_changed\"",
                "\"text\": \"x\", \"subtype\": \"message_deleted\"",
                "\"text\": \"x\", \"subtype\": \"bot_message\"",
                "\"text\": \"x\", \"subtype\": \"channel_join\"",
                "\"text\": \"x\", \"ts\": \"1.0001\"",
                "\"text\": \"x\", \"thread_ts\": null",
                "\"text\": \"x\", \"user\": null",
                "\"text\": \"x\", \"type\": \"reaction_added\"",
                "\"text\": \" \""
            })
    void our_own_posts_other_bots_and_what_is_no_reply_are_passed_over(String more) {
        assertEquals(List.of(), said(more));
    }

    /** Later fields take the place of earlier ones. */
    private List<Signal> said(String more) {
        String body = """
            {"type": "event_callback", "event_id": "Ev1", "event": {"type": "message", "channel": "C1", "user": "U1",
             "ts": "2.0002", "thread_ts": "1.0001", %s}}\
            """.formatted(more);
        return slack.read(connection, body.getBytes(StandardCharsets.UTF_8));
    }

    private Verdict judged(String body, Instant now) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(SIGNED_AT.getEpochSecond());
        return slack.judge(
                connection,
                new IncomingRequest(
                        Map.of(
                                "x-slack-request-timestamp",
                                time,
                                "x-slack-signature",
                                SlackSignature.of(SECRET, time, bytes)),
                        Map.of(),
                        bytes),
                now);
    }
}
