package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.incoming.domain.Verdict;
import io.omniflow.integration.sync.domain.Comment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JiraWebhooksTest {
    private static final URI SITE = URI.create("https://acme.atlassian.net");
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final String SECRET = TestConnections.WEBHOOK_SECRET;
    private static final OpenConnection CLOUD = TestConnections.cloud(SITE);
    private static final OpenConnection DATA_CENTER = TestConnections.dataCenter(SITE);
    private static final String EVENT = "{\"webhookEvent\": \"jira:issue_updated\", \"summary\": \"\u00fc\"}";

    private final JiraWebhooks webhooks = new JiraWebhooks();

    @Test
    void a_signed_body_is_genuine_and_known_by_its_identifier() throws GeneralSecurityException {
        assertEquals(
                new Verdict.Genuine("wh-7"),
                judge(
                        Map.of("x-hub-signature", signature(EVENT), "x-atlassian-webhook-identifier", "wh-7"),
                        Map.of(),
                        EVENT));
    }

    @Test
    void without_an_identifier_a_repetition_is_known_by_its_body() throws GeneralSecurityException {
        Verdict.Genuine once = genuine(EVENT);

        assertEquals(once, genuine(EVENT));
        assertEquals(false, once.equals(genuine(EVENT + " ")));
    }

    @Test
    void one_changed_byte_is_forged() throws GeneralSecurityException {
        assertInstanceOf(
                Verdict.Forged.class, judge(Map.of("x-hub-signature", signature(EVENT)), Map.of(), EVENT + " "));
    }

    @Test
    void an_unsigned_webhook_is_taken_with_the_secret_as_its_token() {
        assertInstanceOf(Verdict.Genuine.class, judge(Map.of(), Map.of("token", SECRET), EVENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec-012345678", "whsec-01234567890", "WHSEC-0123456789"})
    void any_other_token_is_forged(String token) {
        assertInstanceOf(Verdict.Forged.class, judge(Map.of(), Map.of("token", token), EVENT));
    }

    @Test
    void neither_signature_nor_token_is_forged() {
        assertInstanceOf(Verdict.Forged.class, judge(Map.of(), Map.of(), EVENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha1=00", "sha256=00"})
    void a_wrong_signature_is_not_made_good_by_the_token(String signature) {
        assertInstanceOf(
                Verdict.Forged.class, judge(Map.of("x-hub-signature", signature), Map.of("token", SECRET), EVENT));
    }

    @Test
    void a_connection_without_a_secret_takes_nothing() {
        assertInstanceOf(
                Verdict.Forged.class,
                webhooks.judge(
                        TestConnections.open("jira_cloud", SITE, null),
                        request(Map.of(), Map.of("token", ""), EVENT),
                        NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"webhookEvent\": 7}", "null"})
    void what_is_no_event_is_unreadable(String body) {
        assertInstanceOf(Verdict.Unreadable.class, judge(Map.of(), Map.of("token", SECRET), body));
        assertEquals(List.of(), read(CLOUD, body));
    }

    @ParameterizedTest
    @CsvSource({"status, 1", "Status, 1", "Key, 1", "project, 1", "resolution, 0", "summary, 0", "assignee, 0"})
    void a_changed_status_or_place_is_a_signal_and_no_other_change(String field, int signals) {
        assertEquals(
                signals, read(CLOUD, updated(field, "\"accountId\": \"5b10\"")).size());
    }

    @Test
    void a_change_tells_the_issues_id_its_time_and_who_made_it() {
        Signal.IssueChanged cloud = new Signal.IssueChanged(
                "10002", Optional.of(Instant.ofEpochMilli(1_700_000_000_123L)), Optional.of("5b10"));

        assertEquals(List.of(cloud), read(CLOUD, updated("status", "\"accountId\": \"5b10\"")));
        assertEquals(
                List.of(new Signal.IssueChanged("10002", cloud.at(), Optional.of("JIRAUSER1"))),
                read(DATA_CENTER, updated("status", "\"key\": \"JIRAUSER1\", \"name\": \"ada\"")));
    }

    @Test
    void a_deleted_issue_is_a_reason_to_look() {
        assertEquals(
                List.of(new Signal.IssueChanged("10002", Optional.empty(), Optional.empty())),
                read(CLOUD, "{\"webhookEvent\": \"jira:issue_deleted\", \"issue\": {\"id\": \"10002\"}}"));
    }

    @Test
    void a_comment_in_cloud_has_its_author_and_its_text() {
        assertEquals(
                List.of(new Signal.CommentWritten(
                        "10002",
                        "20001",
                        "Ada",
                        Optional.of("5b10"),
                        "Fixed in\n1.2",
                        Instant.parse("2026-11-28T09:59:00Z"))),
                read(CLOUD, """
                    {"timestamp": 1, "webhookEvent": "comment_created", "issue": {"id": "10002", "key": "ENG-1"},
                     "comment": {"id": "20001", "author": {"accountId": "5b10", "displayName": "Ada"},
                       "created": "2026-11-28T09:59:00.000+0000",
                       "body": {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [
                         {"type": "text", "text": "Fixed in"}, {"type": "hardBreak"}, {"type": "text", "text": "1.2"}]}]}}}\
                    """));
    }

    @Test
    void a_comment_in_data_center_tells_its_issue_by_its_address_only() {
        assertEquals(
                List.of(new Signal.CommentWritten(
                        "10002",
                        "20001",
                        "Ada",
                        Optional.of("ada"),
                        "Fixed *now*",
                        Instant.ofEpochMilli(1_700_000_000_123L))),
                read(DATA_CENTER, """
                    {"timestamp": 1700000000123, "webhookEvent": "comment_created",
                     "comment": {"self": "https://x.example/rest/api/2/issue/10002/comment/20001", "id": "20001",
                       "author": {"name": "ada", "displayName": "Ada"}, "body": "Fixed *now*"}}\
                    """));
    }

    @Test
    void data_centers_other_way_to_tell_of_a_comment_is_understood() {
        List<Signal> signals = read(DATA_CENTER, """
            {"timestamp": 1700000000123, "webhookEvent": "jira:issue_updated",
             "issue_event_type_name": "issue_commented", "user": {"name": "ada"}, "issue": {"id": "10002"},
             "comment": {"id": "20001", "author": {"name": "ada", "displayName": "Ada"}, "body": "Hi"}}\
            """);

        assertEquals(
                "20001",
                assertInstanceOf(Signal.CommentWritten.class, signals.getFirst())
                        .commentId());
    }

    @Test
    void what_we_wrote_ourselves_is_no_news() {
        Comment ours = new Comment(UUID.randomUUID(), "Ada", "Looking into it");
        JsonNode document = new JiraDialect.Cloud().written(JiraDescriptions.comment(ours));
        JsonNode markup = new JiraDialect.DataCenter().written(JiraDescriptions.comment(ours));

        assertEquals(List.of(), read(CLOUD, comment(document)));
        assertEquals(List.of(), read(CLOUD, comment(markup)));
        assertEquals(List.of(), read(DATA_CENTER, comment(markup)));
    }

    private static String comment(JsonNode body) {
        return "{\"timestamp\": 1, \"webhookEvent\": \"comment_created\", \"issue\": {\"id\": \"10002\"},"
                + " \"comment\": {\"id\": \"20001\", \"author\": {\"accountId\": \"5b10\"}, \"body\": " + body + "}}";
    }

    private static String updated(String field, String user) {
        return """
            {"timestamp": 1700000000123, "webhookEvent": "jira:issue_updated", "issue": {"id": "10002", "key": "ENG-1"},
             "user": {%s}, "changelog": {"id": "1", "items": [{"field": "description"}, {"field": "%s"}]}}\
            """.formatted(user, field);
    }

    private List<Signal> read(OpenConnection connection, String body) {
        return webhooks.read(connection, body.getBytes(StandardCharsets.UTF_8));
    }

    private Verdict.Genuine genuine(String body) throws GeneralSecurityException {
        return assertInstanceOf(
                Verdict.Genuine.class, judge(Map.of("x-hub-signature", signature(body)), Map.of(), body));
    }

    private Verdict judge(Map<String, String> headers, Map<String, String> query, String body) {
        return webhooks.judge(CLOUD, request(headers, query, body), NOW);
    }

    private static IncomingRequest request(Map<String, String> headers, Map<String, String> query, String body) {
        return new IncomingRequest(headers, query, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
