package io.omniflow.ticket.merge;

import static io.omniflow.ticket.merge.MergeDesk.ids;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The preview says what the merge then does. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PreviewIT {
    private static final String PREVIEW = "/api/v1/merges/preview";

    private final Watch watch = Events.watch(Topics.TICKETS);
    private final MergeDesk desk = new MergeDesk(watch);

    @AfterEach
    void close() {
        watch.close();
    }

    private ValidatableResponse preview(String sources, String destination) {
        return desk.desk
                .anna()
                .queryParam("sources", sources)
                .queryParam("destination", destination)
                .get(PREVIEW)
                .then();
    }

    @Test
    void what_it_shows_is_what_moves() {
        String a = desk.open(
                "A", List.of("x", "both"), List.of(UUID.randomUUID().toString()), List.of(desk.conversation()));
        String b = desk.open("B", List.of("x"), List.of(), List.of());
        String d = desk.open("D", List.of("both"), List.of(), List.of());
        String note = desk.note(a, "n");
        String numbers = desk.desk.ticket(a).getString("number") + ","
                + desk.desk.ticket(b).getString("number");
        var manifest = preview(numbers, d)
                .statusCode(200)
                .body("problem", nullValue())
                .body("destination", equalTo(d))
                .body("sources", equalTo(List.of(a, b)))
                .body("manifest[0].previousStatus", equalTo("open"))
                .body("manifest[0].noteIds", equalTo(List.of(note)))
                .body("manifest[0].tags", equalTo(List.of("x")))
                .body("manifest[1].tags", equalTo(List.of()))
                .extract()
                .jsonPath();
        assertEquals(1, desk.desk.ticket(d).getInt("version"));
        List<TicketEvent.Absorbed> absorbed = desk.facts(desk.merge(Ids.next(), ids(a, b), d), 2).stream()
                .map(SeenEvent::data)
                .filter(TicketEvent.Absorbed.class::isInstance)
                .map(TicketEvent.Absorbed.class::cast)
                .toList();
        for (int i = 0; i < 2; i++) {
            String at = "manifest[" + i + "].";
            assertEquals(
                    manifest.getString(at + "source"), absorbed.get(i).origin().toString());
            assertEquals(manifest.getList(at + "tags"), absorbed.get(i).tags());
            assertEquals(texts(absorbed.get(i).noteIds()), manifest.getList(at + "noteIds"));
            assertEquals(texts(absorbed.get(i).contactIds()), manifest.getList(at + "contactIds"));
            assertEquals(texts(absorbed.get(i).conversationIds()), manifest.getList(at + "conversationIds"));
        }
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    @Test
    void what_would_be_refused_is_told_as_a_problem() {
        String a = desk.open("A", List.of(), List.of(), List.of());
        String b = desk.open("B", List.of(), List.of(), List.of());
        String c = desk.open("C", List.of(), List.of(), List.of());
        desk.merged(ids(a), b);
        preview(a, c)
                .statusCode(200)
                .body("manifest", hasSize(0))
                .body("problem.type", equalTo("https://omniflow.io/problems/already-merged"))
                .body("problem.status", equalTo(409))
                .body("problem.destination", equalTo(b));
    }

    @Test
    void bad_questions_are_refused() {
        String a = desk.open("A", List.of(), List.of(), List.of());
        String foreign = new MergeDesk().open("F", List.of(), List.of(), List.of());
        String d = desk.open("D", List.of(), List.of(), List.of());
        desk.desk.anna().get(PREVIEW).then().statusCode(400).body("errors[0].pointer", equalTo("sources"));
        desk.desk
                .anna()
                .get(PREVIEW + "?sources=" + a)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("destination"));
        preview(a + "," + a, d).statusCode(422).body("errors[0].pointer", equalTo("/sources/1"));
        preview(d, d).statusCode(422).body("errors[0].pointer", equalTo("/sources/0"));
        preview(IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).collect(Collectors.joining(",")), d)
                .statusCode(422);
        for (String nothing : List.of(foreign, UUID.randomUUID().toString(), "999", "x")) {
            preview(nothing, d).statusCode(404);
            preview(a, nothing).statusCode(404);
        }
        desk.desk
                .as(Roles.VIEWER)
                .get(PREVIEW + "?sources=" + a + "&destination=" + d)
                .then()
                .statusCode(403);
    }
}
