package io.omniflow.merge.audit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SearchIT {
    private final Desk desk = Desk.opened();
    private final UUID ticket = Ids.next();
    private final UUID other = Ids.next();

    private void tenFacts() {
        Events.publish(desk.created(ticket), desk.created(other));
        for (long version = 2; version <= 5; version++) {
            Events.publish(
                    desk.statusChanged(ticket, version, TicketStatus.OPEN, TicketStatus.WAITING),
                    desk.statusChanged(other, version, TicketStatus.OPEN, TicketStatus.WAITING));
        }
        desk.awaitEntries(10);
    }

    @Test
    void filters_narrow_and_combine() {
        tenFacts();

        assertThat(desk.audit(Map.of("ticketId", ticket)).getList("items"), hasSize(5));
        assertThat(desk.audit(Map.of("kind", "created")).getList("items"), hasSize(2));
        assertThat(desk.audit(Map.of("actor", Desk.ANNA)).getList("items"), hasSize(10));
        assertThat(desk.audit(Map.of("service", "test")).getList("items"), hasSize(10));
        assertThat(desk.audit(Map.of("service", "sla-service")).getList("items"), hasSize(0));
        assertThat(
                desk.audit(Map.of("correlationId", "request-1", "service", "test", "kind", "created"))
                        .getList("items"),
                hasSize(2));
        assertThat(desk.audit(Map.of("correlationId", "request-9")).getList("items"), hasSize(0));
        assertThat(desk.audit(Map.of("actor", "agent:bob")).getList("items"), hasSize(0));
        assertThat(
                desk.audit(Map.of("ticketId", other, "kind", "created", "actor", Desk.ANNA))
                        .getList("items"),
                hasSize(1));
        assertThat(
                desk.audit(Map.of("from", "2026-11-24T12:00:03Z", "to", "2026-11-24T12:00:05Z", "ticketId", ticket))
                        .getList("items.origin.sequence"),
                contains(4, 3));
    }

    @Test
    void pages_go_through_everything_once_in_either_order() {
        tenFacts();

        assertEquals(List.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1), walk(Map.of(), "items.sequence"));
        assertEquals(
                List.of(5, 5, 4, 4, 3, 3, 2, 2, 1, 1),
                walk(Map.of("from", "2026-11-24T00:00:00Z"), "items.origin.sequence"));
    }

    private List<Integer> walk(Map<String, String> filters, String what) {
        List<Integer> seen = new ArrayList<>();
        Map<String, String> query = new HashMap<>(filters);
        query.put("limit", "3");
        String cursor;
        do {
            JsonPath page = desk.audit(query);
            seen.addAll(page.getList(what));
            cursor = page.getString("nextCursor");
            query.put("cursor", cursor);
        } while (cursor != null);
        return seen;
    }

    @Test
    void a_page_links_to_the_next() {
        tenFacts();

        desk.lead()
                .get("/api/v1/audit?limit=4")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .header("Link", containsString("limit=4"));
        assertNull(desk.lead().get("/api/v1/audit?limit=10").header("Link"));
    }

    @Test
    void one_entry_has_its_own_address_and_its_hash_for_an_etag() {
        tenFacts();
        JsonPath newest = desk.audit(Map.of("limit", 1));
        String id = newest.getString("items[0].id");
        String hash = newest.getString("items[0].hash");

        desk.as("agent")
                .get("/api/v1/audit/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + hash + "\""))
                .body("id", equalTo(id))
                .body("sequence", equalTo(10));
    }

    @Test
    void another_workspace_sees_nothing() {
        tenFacts();
        String id = desk.audit(Map.of()).getString("items[0].id");
        Desk stranger = Desk.opened();

        stranger.lead().get("/api/v1/audit/" + id).then().statusCode(404);
        assertThat(stranger.audit(Map.of()).getList("items"), hasSize(0));
        assertThat(stranger.audit(Map.of("ticketId", ticket)).getList("items"), hasSize(0));
        JsonPath verified = stranger.verified();
        assertEquals(true, verified.getBoolean("valid"));
        assertEquals(0, verified.getLong("head.sequence"));
    }

    @ParameterizedTest
    @CsvSource({
        "ticketId=17, 400",
        "ticketId=00000000-0000-0000-0000-00000000000g, 400",
        "mergeId=', 400",
        "from=yesterday, 400",
        "from=2026-02-30T00:00:00Z, 400",
        "to=2026-11-24, 400",
        "to=+1000000000-01-01T00:00:00Z, 400",
        "cursor=abc, 400",
        "cursor=Q0hBSU4fMTcfMTc, 400",
        "cursor=Q0hBSU4f, 400",
        "limit=0, 422",
        "limit=201, 422",
        "limit=ten, 400",
        "limit=99999999999, 400",
        "service=Ticket, 422",
        "kind=Robert');--, 422",
        "kind=Created, 422",
        "from=2026-11-24T12:00:00Z&to=2026-11-24T11:00:00Z, 422"
    })
    void a_filter_that_cannot_be_is_refused_with_a_problem(String query, int status) {
        desk.lead()
                .urlEncodingEnabled(false)
                .get("/api/v1/audit?" + query.replace("'", "%27"))
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=%00", "actor=a%00b", "cursor=%00", "actor=%ff"})
    void a_parameter_that_is_no_text_is_refused_with_a_problem(String query) {
        desk.lead()
                .urlEncodingEnabled(false)
                .get("/api/v1/audit?" + query)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @CsvSource({
        "fromSequence=0, 422",
        "fromSequence=-1, 422",
        "fromSequence=x, 400",
        "fromSequence=5&toSequence=4, 422",
        "fromSequence=9223372036854775808, 400",
        "fromSequence=-9223372036854775808, 422",
        "fromSequence=9223372036854775807&toSequence=1, 422",
        "toSequence=0, 422",
        "toSequence=-9223372036854775808, 422",
        "toSequence=99999999999999999999, 400",
        "from=yesterday, 400",
        "from=2026-11-24T12:00:00Z&fromSequence=1, 422",
        "fromSequence=5&checkpoint=4:abababababababababababababababababababababababababababababababab, 422",
        "checkpoint=17, 400",
        "checkpoint=17:zz, 400"
    })
    void a_range_that_cannot_be_is_refused_with_a_problem(String query, int status) {
        desk.lead()
                .get("/api/v1/audit/verify?" + query)
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @CsvSource({
        "fromSequence=9223372036854775807, 11, 10",
        "fromSequence=9223372036854775807&toSequence=9223372036854775807, 11, 10",
        "toSequence=9223372036854775807, 1, 10",
        "fromSequence=10, 10, 10",
        "fromSequence=11, 11, 10",
        "from=0001-01-01T00:00:00Z, 1, 10",
        "from=2999-12-31T23:59:59.999Z, 1, 10"
    })
    void a_range_beyond_either_end_is_cut(String query, long from, long to) {
        tenFacts();
        JsonPath verified = desk.lead()
                .get("/api/v1/audit/verify?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(true, verified.getBoolean("valid"), verified::prettify);
        assertEquals(from, verified.getLong("fromSequence"));
        assertEquals(to, verified.getLong("toSequence"));
    }

    @Test
    void reading_needs_an_agent_and_verifying_a_lead() {
        desk.as("viewer").get("/api/v1/audit").then().statusCode(403);
        desk.as("agent").get("/api/v1/audit").then().statusCode(200);
        desk.as("agent").get("/api/v1/audit/verify").then().statusCode(403);
        desk.as("admin").get("/api/v1/audit/verify").then().statusCode(200);
        desk.lead().delete("/api/v1/audit/" + Ids.next()).then().statusCode(405);
        desk.lead().get("/api/v1/audit/not-an-id").then().statusCode(404);
    }
}
