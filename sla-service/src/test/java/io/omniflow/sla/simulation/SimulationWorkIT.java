package io.omniflow.sla.simulation;

import static io.omniflow.sla.simulation.SimulationDesk.SIMULATE;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.omniflow.kit.outbox.Transactions;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The job: interrupted, shared, cancelled, removed. Three tickets a transaction. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SimulationWorkIT {
    private final SimulationDesk desk = new SimulationDesk();

    @Inject
    Transactions transactions;

    @Inject
    Simulations simulations;

    @Inject
    SimulateTickets simulateTickets;

    @Inject
    RemoveSimulations removing;

    @Inject
    InstantSource time;

    @Test
    void an_interrupted_simulation_goes_on_where_it_was_and_counts_nothing_twice() {
        desk.resolvedAfterTenHours(8);
        String id;
        try (SimulationDesk.Interruption _ = desk.interruptedBeyond(3)) {
            id = desk.begin(draft(), "");
            Awaitility.await()
                    .atMost(SimulationDesk.PATIENCE)
                    .until(() -> desk.read(id), simulation -> simulation.getInt("done") == 3);
            assertEquals("running", desk.read(id).getString("state"));
            assertEquals(8, desk.read(id).getInt("total"));
            assertEquals(3, desk.tickets(id, "").getList("items").size(), "of what is done there is a result already");
        }
        mustBeOf(8, desk.completed(id));
    }

    @Test
    void several_replicas_share_a_simulation_and_none_does_what_another_did() {
        desk.resolvedAfterTenHours(20);
        List<String> ids = new ArrayList<>();
        List<RunSimulations> replicas = IntStream.range(0, 3)
                .mapToObj(_ -> new RunSimulations(transactions, simulations, simulateTickets, time))
                .toList();
        for (int i = 0; i < 3; i++) {
            ids.add(desk.begin(draft(), ""));
            replicas.forEach(RunSimulations::wake);
        }
        ids.forEach(id -> mustBeOf(20, desk.completed(id)));
    }

    @Test
    void a_cancelled_simulation_goes_on_no_longer_and_keeps_what_it_found() {
        desk.resolvedAfterTenHours(5);
        String id;
        try (SimulationDesk.Interruption _ = desk.interruptedBeyond(3)) {
            id = desk.begin(draft(), "");
            Awaitility.await()
                    .atMost(SimulationDesk.PATIENCE)
                    .until(() -> desk.read(id), simulation -> simulation.getInt("done") == 3);
            desk.lea()
                    .header("If-Match", "\"1\"")
                    .delete(SIMULATE + "/" + id)
                    .then()
                    .statusCode(412);
            desk.lea()
                    .header("If-Match", "\"4\"")
                    .delete(SIMULATE + "/" + id)
                    .then()
                    .statusCode(204);
        }
        mustBeOf(5, desk.completed(desk.begin(draft(), "")));
        JsonPath cancelled = desk.read(id);
        assertEquals("cancelled", cancelled.getString("state"));
        assertEquals(3, cancelled.getInt("done"));
        assertEquals(3, desk.tickets(id, "").getList("items").size());
    }

    @Test
    void what_is_over_stays_as_it_is_when_it_is_cancelled() {
        String id = desk.begin(draft(), "");
        desk.completed(id);
        desk.lea().delete(SIMULATE + "/" + id).then().statusCode(204);
        assertEquals("completed", desk.read(id).getString("state"));
    }

    @Test
    void a_workspace_has_a_few_going_on_and_is_told_when_it_may_come_again() {
        List<String> ids = new ArrayList<>();
        try (SimulationDesk.Interruption _ = desk.interruptedBeyond(-1)) {
            for (int i = 0; i < StartSimulation.MOST_OPEN; i++) {
                ids.add(desk.begin(draft(), ""));
            }
            desk.lea()
                    .body("{\"policy\": " + draft() + "}")
                    .post(SIMULATE)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("type", endsWith("/too-many-simulations"));
            SimulationDesk other = new SimulationDesk();
            other.completed(other.begin(other.draft("PT4H", "PT8H", ""), ""));
        }
        ids.forEach(desk::completed);
    }

    @Test
    void a_ticket_that_cannot_be_read_is_left_out_and_the_others_are_counted() {
        SentTicket broken = desk.resolvedAfterTenHours(4).get(1);
        Sla.asOwner("update ticket_fact set kind = 'riddle' where kind = 'status_changed' and workspace_id = '"
                + desk.workspace + "' and ticket_id = '" + broken.id + "'");
        JsonPath done = desk.completed(desk.begin(draft(), ""));
        assertEquals(4, done.getInt("done"));
        assertEquals(1, done.getInt("leftOut"));
        assertEquals(3, done.getInt("result.tickets"));
        assertEquals(3, desk.tickets(done.getString("id"), "").getList("items").size());
    }

    @Test
    void a_simulation_that_cannot_go_on_fails_and_says_so() {
        desk.resolvedAfterTenHours(1);
        String id;
        try (SimulationDesk.Interruption _ = desk.interruptedBeyond(-1)) {
            id = desk.begin(draft(), "");
            Sla.asOwner("update simulation set sketch = jsonb_set(sketch, '{definition,calendarId}', '\""
                    + UUID.randomUUID() + "\"') where id = '" + id + "'");
        }
        JsonPath failed = desk.in(id, "failed");
        assertEquals("It could not go on", failed.getString("problem"));
        assertEquals(0, failed.getInt("done"));
        assertNotNull(failed.getString("finishedAt"));
    }

    @Test
    void a_result_is_removed_after_seven_days_with_all_it_found() {
        desk.resolvedAfterTenHours(1);
        String old = desk.begin(draft(), "");
        String young = desk.begin(draft(), "");
        desk.completed(old);
        desk.completed(young);
        finishedBefore(old, "7 days 1 minute");
        finishedBefore(young, "6 days 23 hours");

        removing.old().await().indefinitely();

        desk.lea().get(SIMULATE + "/" + old).then().statusCode(404);
        desk.lea().get(SIMULATE + "/" + old + "/tickets").then().statusCode(404);
        assertEquals(1, desk.tickets(young, "").getList("items").size());
    }

    private static void finishedBefore(String id, String ago) {
        Sla.asOwner("update simulation set finished_at = now() - interval '" + ago + "' where id = '" + id + "'");
    }

    /** Each of them would have missed its resolution, and nothing else is different. */
    private void mustBeOf(int tickets, JsonPath done) {
        assertEquals(tickets, done.getInt("total"));
        assertEquals(tickets, done.getInt("done"));
        assertEquals(tickets, done.getInt("result.tickets"));
        assertEquals(tickets, done.getInt("result.metrics[1].before.met"));
        assertEquals(tickets, done.getInt("result.metrics[1].after.breached"));
        assertEquals(tickets, done.getInt("result.metrics[1].breachedOnlyAfter"));
        List<String> found = desk.tickets(done.getString("id"), "").getList("items.ticketId");
        assertEquals(tickets, found.size());
        assertEquals(tickets, new HashSet<>(found).size());
    }

    private String draft() {
        return desk.draft("PT4H", "PT8H", "");
    }
}
