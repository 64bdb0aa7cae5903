package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.omniflow.contract.TicketEvent;
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
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One fact, one event, one number: what everybody downstream relies on. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class VersionsIT {
    private static final int CHANGES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HEADERS = Set.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_subject",
            "ce_time",
            "content-type",
            "ce_workspaceid",
            "ce_sequence",
            "ce_correlationid",
            "ce_actor",
            "ce_changeid",
            "traceparent");

    private final Desk desk = new Desk();

    @Test
    void no_change_is_lost_and_no_version_skipped_when_two_hundred_come_at_once() {
        String id;
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            id = desk.open("{\"title\":\"T\"}");
            changeAtOnce(id);
            assertEquals(CHANGES + 1, desk.ticket(id).getInt("version"));
            List<SeenEvent> all = watch.await(CHANGES + 1, Desk.factsOf(id));
            List<SeenEvent> facts = all.subList(1, all.size());
            assertEquals(
                    LongStream.rangeClosed(2, CHANGES + 1).boxed().toList(),
                    facts.stream().map(SeenEvent::sequence).toList());
            inOrderOfTime(facts.stream().map(fact -> fact.header("ce_time")).toList());
            String title = "T";
            Set<String> titles = facts.stream()
                    .map(fact -> ((TicketEvent.TitleChanged) fact.data()).after())
                    .collect(Collectors.toSet());
            assertEquals(CHANGES, titles.size());
            for (SeenEvent fact : facts) {
                TicketEvent.TitleChanged changed = (TicketEvent.TitleChanged) fact.data();
                assertEquals(title, changed.before());
                assertEquals(fact.sequence(), changed.ticket().version());
                title = changed.after();
            }
        }
        List<JsonPath> timeline = desk.timeline(id);
        assertEquals(
                LongStream.rangeClosed(1, CHANGES + 1).boxed().toList(),
                timeline.stream().map(entry -> entry.getLong("sequence")).toList());
    }

    private void changeAtOnce(String id) {
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> changes = IntStream.range(0, CHANGES)
                    .<Callable<Integer>>mapToObj(i -> () -> desk.anna()
                            .body("{\"title\":\"T" + i + "\"}")
                            .patch(TICKETS + "/" + id)
                            .statusCode())
                    .toList();
            List<Integer> answers = threads.invokeAll(changes).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertEquals(List.of(200), answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void inOrderOfTime(List<String> times) {
        List<Instant> instants = times.stream().map(Instant::parse).toList();
        assertEquals(instants.stream().sorted().toList(), instants);
    }

    @Test
    void every_event_has_its_headers_and_keeps_to_its_schema() throws Exception {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = aFullLife();
            int facts = desk.ticket(id).getInt("version");
            List<SeenEvent> seen = watch.await(facts, Desk.factsOf(id));
            assertEquals(16, seen.stream().map(SeenEvent::type).distinct().count());
            List<String> complaints = new ArrayList<>();
            for (SeenEvent event : seen) {
                Set<String> missing = HEADERS.stream()
                        .filter(name -> event.header(name).isEmpty())
                        .collect(Collectors.toSet());
                assertTrue(missing.isEmpty(), event.type() + " lacks " + missing);
                assertEquals("ticket-service", event.header("ce_source"));
                assertEquals(desk.workspace, event.workspace());
                complaints.addAll(againstSchema(event));
            }
            assertEquals(List.of(), complaints);
            assertEquals(
                    seen.size(),
                    seen.stream().map(event -> event.header("ce_id")).distinct().count());
            assertFalse(seen.getFirst().header("ce_correlationid").isBlank());
        }
    }

    /** A ticket to which everything happened that this service can make happen over HTTP. */
    private String aFullLife() {
        desk.field("n", "number");
        desk.field("regions", "multi_select", "de", "at");
        String contact = UUID.randomUUID().toString();
        String conversation = UUID.randomUUID().toString();
        String id = desk.open("{\"title\":\"x\",\"customFields\":{\"n\":1.50}}");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("""
                        {"title": "y", "description": "d", "status": "closed", "priority": "low", "assigneeId": "%3$s", "teamId": "%4$s",
                         "tags": ["a"], "contactIds": ["%1$s"], "conversationIds": ["%2$s"],
                         "customFields": {"n": 1e3, "regions": ["de", "at"]}}""".formatted(contact, conversation, desk.agent(), desk.team()))
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(200);
        desk.change(id, "{\"status\":\"open\",\"contactIds\":[],\"conversationIds\":[]}");
        String note = desk.anna()
                .body("{\"body\":\"n\"}")
                .post(TICKETS + "/" + id + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"m\"}")
                .patch(TICKETS + "/" + id + "/notes/" + note)
                .then()
                .statusCode(200);
        desk.anna().delete(TICKETS + "/" + id + "/notes/" + note).then().statusCode(204);
        return id;
    }

    private static List<String> againstSchema(SeenEvent event) throws JsonProcessingException {
        InputStream schema = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("schemas/" + event.type() + ".json"),
                event.type());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(JSON.readTree(event.value()))
                .stream()
                .map(complaint -> event.type() + ": " + complaint.getMessage())
                .toList();
    }
}
