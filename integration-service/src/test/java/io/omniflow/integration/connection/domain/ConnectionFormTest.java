package io.omniflow.integration.connection.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFormTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void a_complete_form_becomes_a_draft() {
        ConnectionDraft draft = draft(form("linear", "Engineering", null, "lin_api_1"));

        assertEquals(ExternalSystem.LINEAR, draft.terms().system());
        assertEquals(List.of("apiKey", "webhookSecret"), draft.secrets().names());
    }

    @Test
    void an_unknown_system_is_refused_with_the_known_ones() {
        assertEquals(
                List.of(new ConnectionForm.Flaw(
                        "/system", "Must be one of: linear, jira_cloud, jira_data_center, slack")),
                flaws(form("bugzilla", "x", null, "k")));
    }

    @Test
    void everything_wrong_is_told_at_once() {
        ConnectionForm form = new ConnectionForm(
                "linear", " ", "ftp://x", Map.of("token", "t"), "", Map.of("teamId", "a\u0007b"), "sideways");

        assertEquals(
                List.of(
                        "/name",
                        "/baseUrl",
                        "/credentials/apiKey",
                        "/credentials/token",
                        "/webhookSecret",
                        "/settings/teamId",
                        "/sync"),
                flaws(form).stream().map(ConnectionForm.Flaw::pointer).toList());
    }

    @Test
    void a_name_of_a_hundred_characters_fits_and_one_more_does_not() {
        draft(form("linear", "\uD83D\uDE00".repeat(100), null, "k"));
        assertEquals(
                "/name",
                flaws(form("linear", "x".repeat(101), null, "k")).getFirst().pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "\u00fcml\u00e4ut", "with blank"})
    void a_key_that_cannot_travel_in_a_header_is_refused(String key) {
        assertFalse(flaws(form("linear", "x", null, key)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://linear.example", "https://user:pw@linear.example", "https://linear.example?q=1", "https:///x",
                "https://linear.example#f", "linear.example", "file:///etc/passwd", "https://linear.example:99999"
            })
    void an_address_that_is_not_plain_https_is_refused(String address) {
        assertEquals(
                "/baseUrl", flaws(form("linear", "x", address, "k")).getFirst().pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost",
                "https://LOCALHOST.:8443",
                "https://api.localhost",
                "https://127.0.0.1",
                "https://10.1.2.3",
                "https://172.16.0.1",
                "https://192.168.0.1",
                "https://169.254.169.254",
                "https://100.64.0.1",
                "https://0.0.0.0",
                "https://[::1]",
                "https://[fd00::1]",
                "https://[fe80::1]",
                "https://[::ffff:10.0.0.1]",
                "https://224.0.0.1",
                "https://printer",
                "https://printer.local",
                "https://metadata.google.internal"
            })
    void an_address_that_only_this_network_reaches_is_refused_unless_http_is_allowed(String address) {
        assertEquals(
                "/baseUrl", flaws(form("linear", "x", address, "k")).getFirst().pointer());
        assertInstanceOf(
                ConnectionForm.Valid.class, form("linear", "x", address, "k").read(AddressRule.HTTP_TOO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://linear.example",
                "https://8.8.8.8",
                "https://172.32.0.1",
                "https://100.128.0.1",
                "https://[2606:4700::1]",
                "https://localhost.example"
            })
    void an_address_that_everybody_reaches_is_taken(String address) {
        draft(form("linear", "x", address, "k"));
    }

    @Test
    void http_is_taken_where_it_is_allowed() {
        assertInstanceOf(
                ConnectionForm.Valid.class,
                form("linear", "x", "http://127.0.0.1:4000", "k").read(AddressRule.HTTP_TOO));
    }

    @Test
    void a_change_that_changes_nothing_is_the_same_connection() {
        OpenConnection before = OpenConnection.create(
                new WorkspaceId(UUID.randomUUID()),
                new ConnectionId(UUID.randomUUID()),
                draft(form("linear", "Engineering", null, "k")),
                NOW);

        assertSame(before, before.changed(draft(form("linear", "Engineering", null, "k")), LATER));
    }

    @Test
    void a_replaced_secret_shows_in_the_time_only() {
        OpenConnection before = OpenConnection.create(
                new WorkspaceId(UUID.randomUUID()),
                new ConnectionId(UUID.randomUUID()),
                draft(form("linear", "Engineering", null, "old")),
                NOW);

        Connection after = before.changed(draft(form("linear", "Engineering", null, "new")), LATER)
                .connection();

        assertEquals(2, after.version());
        assertEquals(LATER, after.secretsChangedAt());
        assertEquals(before.connection().secretNames(), after.secretNames());
    }

    @Test
    void secrets_have_no_text_form() {
        assertFalse(draft(form("linear", "x", null, "lin_api_1")).toString().contains("lin_api_1"));
    }

    private static ConnectionForm form(
            @Nullable String system, @Nullable String name, @Nullable String baseUrl, String key) {
        return new ConnectionForm(
                system, name, baseUrl, Map.of("apiKey", key), "hook", Map.of("teamId", "ENG"), "one_way");
    }

    private static ConnectionDraft draft(ConnectionForm form) {
        return assertInstanceOf(ConnectionForm.Valid.class, form.read(AddressRule.HTTPS_ONLY))
                .draft();
    }

    private static List<ConnectionForm.Flaw> flaws(ConnectionForm form) {
        return assertInstanceOf(ConnectionForm.Invalid.class, form.read(AddressRule.HTTPS_ONLY))
                .flaws();
    }
}
