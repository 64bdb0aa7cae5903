package io.omniflow.sla.simulation;

import static io.restassured.RestAssured.given;

import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A workspace with tickets of the past, and a lead who tries policies on them. */
final class SimulationDesk {
    static final String SIMULATE = "/api/v1/sla/simulate";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final UUID workspace = UUID.randomUUID();
    final Instant now = Sla.now();

    /** Until it is closed. */
    @FunctionalInterface
    interface Interruption extends AutoCloseable {
        @Override
        void close();
    }

    RequestSpecification lea() {
        return someone("lead");
    }

    RequestSpecification someone(String role) {
        return given().auth().oauth2(Tokens.token(workspace, role, role)).contentType("application/json");
    }

    /** Normal tickets within these, round the clock. */
    String draft(String firstResponse, String resolution, String more) {
        return "{\"name\": \"Stricter\", \"calendarId\": \"" + Policy.alwaysOpenId(workspace)
                + "\", \"targets\": {\"normal\": {\"firstResponse\": \"" + firstResponse + "\", \"resolution\": \""
                + resolution + "\"}}" + more + "}";
    }

    /** @param more of the body beside the policy, as {@code , "only": "matching"} */
    String begin(String draft, String more) {
        return lea().body("{\"policy\": " + draft + more + "}")
                .post(SIMULATE)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    JsonPath completed(String id) {
        return in(id, "completed");
    }

    JsonPath in(String id, String state) {
        return Awaitility.await().atMost(PATIENCE).until(() -> read(id), simulation -> simulation
                .getString("state")
                .equals(state));
    }

    JsonPath read(String id) {
        return lea().get(SIMULATE + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    JsonPath tickets(String id, String query) {
        return lea().get(SIMULATE + "/" + id + "/tickets" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Of a conversation, created so many hours ago. */
    SentTicket created(long hoursAgo, String... tags) {
        return new SentTicket(workspace)
                .withConversation()
                .withTags(tags)
                .created(now.minus(Duration.ofHours(hoursAgo)), TicketPriority.NORMAL);
    }

    /** Created thirty hours ago and resolved without an answer after ten. */
    List<SentTicket> resolvedAfterTenHours(int many) {
        List<SentTicket> tickets = IntStream.range(0, many)
                .mapToObj(_ -> created(30)
                        .status(now.minus(Duration.ofHours(20)), TicketStatus.RESOLVED)
                        .send())
                .toList();
        tickets.forEach(ticket -> Sla.clocksAt(ticket, 2));
        return tickets;
    }

    /** Every write that takes a simulation of the workspace beyond so many tickets fails, as one does that is killed in it. */
    Interruption interruptedBeyond(int done) {
        String name = "interrupted_" + workspace.toString().replace('-', '_');
        Sla.asOwner("create function " + name + "() returns trigger language plpgsql as"
                + " $$ begin raise exception 'interrupted' using errcode = '57014'; end $$;"
                + " create trigger " + name + " before update on simulation for each row when (new.workspace_id = '"
                + workspace + "' and new.state <> 'cancelled' and new.sketch = old.sketch and new.done > " + done
                + ") execute function " + name
                + "()");
        return () -> Sla.asOwner("drop function " + name + "() cascade");
    }
}
