package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ChangeTicketIT {
    private final Desk desk = new Desk();

    @Test
    void what_a_patch_leaves_out_stays_and_null_empties() {
        desk.field("one", "number");
        desk.field("two", "text");
        desk.field("three", "boolean");
        String agent = desk.agent();
        String team = desk.team();
        String id = desk.open("""
                {"title": "x", "description": "d", "assigneeId": "%s", "teamId": "%s", "tags": ["a"],
                 "customFields": {"one": 1, "two": "2"}}""".formatted(agent, team));
        JsonPath ticket = desk.change(id, """
                {"assigneeId": null, "tags": null, "customFields": {"one": null, "three": true}}""");
        assertEquals(null, ticket.getString("assigneeId"));
        assertEquals(List.of(), ticket.getList("tags"));
        assertEquals(Map.of("two", "2", "three", true), ticket.getMap("customFields"));
        assertEquals("d", ticket.getString("description"));
        assertEquals(team, ticket.getString("teamId"));
        assertEquals("x", ticket.getString("title"));
        assertEquals(4, ticket.getInt("version"));
    }

    @Test
    void one_request_for_two_fields_is_two_facts_of_one_change() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"x\"}");
            JsonPath ticket = desk.change(id, "{\"status\":\"waiting\",\"priority\":\"urgent\"}");
            assertEquals(3, ticket.getInt("version"));
            List<SeenEvent> facts = watch.await(3, Desk.factsOf(id));
            SeenEvent first = facts.get(1);
            SeenEvent last = facts.get(2);
            assertEquals(2, first.sequence());
            assertEquals(3, last.sequence());
            assertEquals(first.header("ce_time"), last.header("ce_time"));
            assertEquals(ticket.getString("updatedAt"), last.header("ce_time"));
            assertEquals(first.header("ce_changeid"), last.header("ce_changeid"));
            assertEquals("false", first.header("ce_changelast"));
            assertNotEquals("false", last.header("ce_changelast"));
            assertNotEquals(facts.getFirst().header("ce_changeid"), first.header("ce_changeid"));
            TicketEvent.StatusChanged moved = (TicketEvent.StatusChanged) first.data();
            assertEquals(TicketStatus.OPEN, moved.before());
            assertEquals(TicketStatus.WAITING, moved.after());
            assertEquals(2, moved.ticket().version());
        }
    }

    @Test
    void a_change_that_changes_nothing_keeps_the_version_and_is_not_told() {
        String id;
        desk.field("n", "number");
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            id = desk.open("{\"title\":\"x\",\"tags\":[\"a\"],\"customFields\":{\"n\":1000}}");
            watch.await(Desk.factsOf(id));
            desk.anna()
                    .header("If-Match", "\"1\"")
                    .body(
                            "{\"title\":\" x \",\"status\":\"open\",\"tags\":[\"A\"],\"customFields\":{\"n\":1e3,\"gone\":null},"
                                    + "\"assigneeId\":null}")
                    .patch(TICKETS + "/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("version", equalTo(1));
            desk.change(id, "{}");
            String ticket = id;
            assertEquals(
                    1,
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(Desk.factsOf(ticket))
                            .count());
        }
        assertEquals(List.of("created"), desk.kinds(id));
    }

    @Test
    void a_stale_if_match_changes_nothing() {
        String id = desk.open("{\"title\":\"x\"}");
        desk.change(id, "{\"title\":\"y\"}");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"z\",\"status\":\"closed\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        JsonPath ticket = desk.ticket(id);
        assertEquals("y", ticket.getString("title"));
        assertEquals(2, ticket.getInt("version"));
        desk.anna()
                .header("If-Match", "\"2\"")
                .body("{\"title\":\"z\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void a_description_is_changed_only_by_who_has_read_it() {
        String id = desk.open("{\"title\":\"x\",\"description\":\"old\"}");
        desk.anna()
                .body("{\"description\":\"new\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(428)
                .contentType("application/problem+json");
        desk.anna()
                .body("{\"description\":null,\"status\":\"closed\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(428);
        assertEquals(1, desk.ticket(id).getInt("version"));
        desk.anna()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"description\":null}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(200)
                .body("description", equalTo(null))
                .header("ETag", "\"2\"");
    }

    @Test
    void resolving_closing_and_reopening_set_and_clear_their_times() {
        String id = desk.open("{\"title\":\"x\"}");
        JsonPath resolved = desk.change(id, "{\"status\":\"resolved\"}");
        assertEquals(resolved.getString("updatedAt"), resolved.getString("resolvedAt"));
        assertEquals(null, resolved.getString("closedAt"));
        JsonPath closed = desk.change(id, "{\"status\":\"closed\"}");
        assertEquals(resolved.getString("resolvedAt"), closed.getString("resolvedAt"));
        assertEquals(closed.getString("updatedAt"), closed.getString("closedAt"));
        JsonPath reopened = desk.change(id, "{\"status\":\"in_progress\"}");
        assertEquals(null, reopened.getString("resolvedAt"));
        assertEquals(null, reopened.getString("closedAt"));
    }

    @Test
    void tags_are_one_whatever_their_case() {
        String id = desk.open("{\"title\":\"x\",\"tags\":[\"Billing\"]}");
        assertEquals(
                List.of("billing", "über"),
                desk.change(id, "{\"tags\":[\"BILLING\",\"billing\",\"ÜBER\"]}").getList("tags"));
        assertEquals(2, desk.ticket(id).getInt("version"));
    }

    @Test
    void replaced_links_are_told_one_by_one() {
        String kept = UUID.randomUUID().toString();
        String gone = UUID.randomUUID().toString();
        String fresh = UUID.randomUUID().toString();
        String id = desk.open("{\"title\":\"x\",\"contactIds\":[\"" + kept + "\",\"" + gone + "\"]}");
        JsonPath ticket = desk.change(id, "{\"contactIds\":[\"" + fresh + "\",\"" + kept + "\"]}");
        assertEquals(List.of(kept, fresh), ticket.getList("contactIds"));
        assertEquals(List.of("created", "contact_unlinked", "contact_linked"), desk.kinds(id));
    }

    @Test
    void a_patch_that_takes_anothers_conversation_changes_nothing() {
        String conversation = UUID.randomUUID().toString();
        desk.open("{\"title\":\"owner\",\"conversationIds\":[\"" + conversation + "\"]}");
        String id = desk.open("{\"title\":\"x\"}");
        desk.anna()
                .body("{\"title\":\"y\",\"conversationIds\":[\"" + conversation + "\"]}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("/conversation-linked"));
        assertEquals("x", desk.ticket(id).getString("title"));
        assertEquals(List.of("created"), desk.kinds(id));
    }

    @Test
    void what_is_not_there_or_not_ours_is_not_found() {
        String id = desk.open("{\"title\":\"x\"}");
        new Desk()
                .anna()
                .body("{\"title\":\"y\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        desk.anna()
                .body("{\"title\":\"y\"}")
                .patch(TICKETS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        assertEquals("x", desk.ticket(id).getString("title"));
    }

    @Test
    void fields_that_cannot_be_empty_are_named() {
        String id = desk.open("{\"title\":\"x\"}");
        desk.anna()
                .body("{\"title\":null,\"status\":null,\"priority\":null,\"customFields\":null}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/title", "/status", "/priority", "/customFields")));
    }
}
