package io.omniflow.merge.audit.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.kit.paging.Cursors;
import io.omniflow.merge.audit.VerifyChain;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Search;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParametersTest {
    private static final Search ALL = new Search(null, null, null, null, null, null, null, null);
    private static final Search OF_2012 =
            new Search(null, null, null, null, Instant.parse("2012-01-01T00:00:00Z"), null, null, null);

    @Test
    void a_cursor_of_one_order_is_none_of_the_other() {
        String byChain = Cursors.encode("CHAIN", "17", "2026-11-24T09:30:00.125Z");

        assertEquals(
                new Search.Place(17, Instant.parse("2026-11-24T09:30:00.125Z")), SearchParameters.place(ALL, byChain));
        assertEquals(400, refused(() -> SearchParameters.place(OF_2012, byChain)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "CHAIN\u001fone\u001f2026-11-24T09:30:00Z", "CHAIN\u001f1\u001f+999999999-01-01T00:00:00Z"})
    void a_cursor_nobody_made_is_refused(String parts) {
        String cursor = Cursors.encode(parts.split("\u001f"));

        assertEquals(400, refused(() -> SearchParameters.place(ALL, cursor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Status_Changed", "status-changed", "a\0b", "status_changed;", "1"})
    void a_kind_that_cannot_be_is_refused(String kind) {
        assertEquals(
                422,
                refused(() -> SearchParameters.checked(new Search(null, null, kind, null, null, null, null, null))));
    }

    @Test
    void an_actor_that_cannot_be_stored_is_refused() {
        assertEquals(
                422,
                refused(() ->
                        SearchParameters.checked(new Search(null, "agent:\0", null, null, null, null, null, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ticket-Service", "ticket service", "a\0b", "-"})
    void a_service_that_cannot_be_is_refused(String service) {
        assertEquals(
                422,
                refused(() -> SearchParameters.checked(new Search(null, null, null, service, null, null, null, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "\ud800"})
    void a_correlation_that_cannot_be_is_refused(String correlation) {
        assertEquals(
                422,
                refused(() ->
                        SearchParameters.checked(new Search(null, null, null, null, null, null, null, correlation))));
    }

    @Test
    void a_check_begins_at_an_entry_or_at_a_time_and_not_at_both() {
        Instant now = Instant.parse("2026-11-24T09:30:00Z");

        assertEquals(new VerifyChain.Start.Entry(1), SearchParameters.start(null, null));
        assertEquals(new VerifyChain.Start.Entry(7), SearchParameters.start(7L, null));
        assertEquals(new VerifyChain.Start.Time(now), SearchParameters.start(null, now));
        assertEquals(422, refused(() -> SearchParameters.start(7L, now)));
        assertEquals(422, refused(() -> SearchParameters.start(0L, null)));
    }

    @Test
    void a_time_range_the_wrong_way_round_is_refused() {
        Instant now = Instant.parse("2026-11-24T09:30:00Z");

        assertEquals(
                422,
                refused(() -> SearchParameters.checked(
                        new Search(null, null, null, null, now, now.minusMillis(1), null, null))));
        assertEquals(
                now,
                SearchParameters.checked(new Search(null, null, null, null, now, now, null, null))
                        .from());
    }

    @Test
    void a_checkpoint_is_a_sequence_and_a_hash() {
        String hash = "ab".repeat(32);

        assertNull(SearchParameters.checkpoint(null));
        assertEquals(new Checkpoint(1000, new Hash(hash)), SearchParameters.checkpoint("1000:" + hash));
        assertEquals(400, refused(() -> SearchParameters.checkpoint("0:" + hash)));
        assertEquals(400, refused(() -> SearchParameters.checkpoint("1000:" + hash.substring(1))));
    }

    private static int refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(HttpProblem.class, call).getStatusCode();
    }
}
