package io.omniflow.ticket.merge;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.omniflow.ticket.merge.MergeDesk.answering;
import static io.omniflow.ticket.merge.MergeDesk.ids;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Channel;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a merge moves and tells, and what its undo gives back. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MergesIT {
    private final Watch watch = Events.watch(Topics.TICKETS);
    private final MergeDesk desk = new MergeDesk(watch);

    @AfterEach
    void close() {
        desk.holdsTogether();
        watch.close();
    }

    @Test
    void the_destination_gets_what_its_sources_have_and_each_side_tells_of_it() {
        String contact = UUID.randomUUID().toString();
        String first = desk.conversation();
        String second = desk.conversation();
        String a = desk.open("A", List.of("billing", "outage"), List.of(contact), List.of(first));
        String b = desk.open("B", List.of("outage", "vip"), List.of(), List.of(second));
        String d = desk.open("D", List.of("billing"), List.of(), List.of());
        desk.desk.change(a, "{\"status\":\"resolved\"}");
        String note = desk.note(a, "The bank has confirmed it");
        UUID merge = Ids.next();
        List<SeenEvent> facts = desk.facts(desk.merge(merge, ids(a, b), d), 2);

        List<TicketEvent.Absorbed> absorbed = facts.stream()
                .map(SeenEvent::data)
                .filter(TicketEvent.Absorbed.class::isInstance)
                .map(TicketEvent.Absorbed.class::cast)
                .toList();
        assertEquals(
                List.of(a, b),
                absorbed.stream().map(fact -> fact.origin().toString()).toList());
        assertEquals(
                List.of(List.of("outage"), List.of("vip")),
                absorbed.stream().map(TicketEvent.Absorbed::tags).toList());
        assertEquals(List.of(UUID.fromString(note)), absorbed.getFirst().noteIds());
        assertEquals(List.of(UUID.fromString(contact)), absorbed.getFirst().contactIds());
        assertEquals(List.of(UUID.fromString(first)), absorbed.getFirst().conversationIds());
        assertEquals(List.of(Channel.EMAIL), absorbed.getLast().ticket().channels());
        TicketEvent.Merged merged = facts.stream()
                .filter(fact -> a.equals(fact.key()))
                .map(fact -> assertInstanceOf(TicketEvent.Merged.class, fact.data()))
                .findFirst()
                .orElseThrow();
        assertEquals(merge, merged.mergeId());
        assertEquals(TicketStatus.RESOLVED, merged.previousStatus());
        assertEquals(UUID.fromString(d), merged.ticket().mergedInto());
        assertEquals(
                1,
                new HashSet<>(facts.stream().map(fact -> fact.header("ce_time")).toList()).size());
        facts.forEach(fact -> assertEquals("agent:anna", fact.header("ce_actor")));

        JsonPath destination = desk.desk.ticket(d);
        assertEquals(List.of("billing", "outage", "vip"), destination.getList("tags"));
        assertEquals(List.of(contact), destination.getList("contactIds"));
        assertEquals(List.of(first, second), destination.getList("conversationIds"));
        assertEquals(List.of("The bank has confirmed it"), desk.notes(d));
        assertEquals(3, destination.getInt("version"));
        JsonPath source = desk.desk.ticket(a);
        assertEquals("closed", source.getString("status"));
        assertEquals(d, source.getString("mergedInto"));
        assertEquals(List.of(), source.getList("conversationIds"));
        assertEquals(List.of("billing", "outage"), source.getList("tags"));
        assertEquals(List.of(), desk.notes(a));
        found("confirmed", d);
    }

    @Test
    void the_undo_gives_back_what_was_brought_and_leaves_what_came_since() {
        String contact = UUID.randomUUID().toString();
        String first = desk.conversation();
        String a = desk.open("A", List.of("mine", "both"), List.of(contact), List.of(first));
        String d = desk.open("D", List.of("both"), List.of(), List.of());
        desk.desk.change(a, "{\"status\":\"closed\"}");
        JsonPath before = desk.desk.ticket(a);
        String kept = desk.note(a, "kept");
        String gone = desk.note(a, "gone");
        UUID merge = desk.merged(ids(a), d);
        desk.note(d, "since");
        desk.desk
                .anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"edited\"}")
                .patch(TICKETS + "/" + d + "/notes/" + kept)
                .then()
                .statusCode(200);
        desk.desk.anna().delete(TICKETS + "/" + d + "/notes/" + gone).then().statusCode(204);
        desk.desk.anna().put(TICKETS + "/" + d + "/tags/new").then().statusCode(200);
        List<SeenEvent> facts = desk.facts(desk.undo(merge, ids(a), d), 1);
        for (SeenEvent fact : facts) {
            var undone = assertInstanceOf(TicketEvent.MergeUndone.class, fact.data());
            assertEquals(merge, undone.mergeId());
            assertEquals(a.equals(fact.key()) ? d : a, undone.counterpart().toString());
        }
        JsonPath source = desk.desk.ticket(a);
        for (String same :
                List.of("status", "tags", "contactIds", "conversationIds", "resolvedAt", "closedAt", "mergedInto")) {
            assertEquals(before.<Object>get(same), source.<Object>get(same), same);
        }
        assertEquals(List.of("edited"), desk.notes(a));
        assertEquals(List.of("since"), desk.notes(d));
        assertEquals(List.of("both", "new"), desk.desk.ticket(d).getList("tags"));
        assertEquals(List.of(), desk.desk.ticket(d).getList("contactIds"));
        assertEquals(List.of(), desk.desk.ticket(d).getList("conversationIds"));
        found("edited", a);
        found("since", d);
    }

    private void found(String word, String ticket) {
        desk.desk.as("viewer").get(TICKETS + "?q=" + word).then().body("items.id", equalTo(List.of(ticket)));
    }

    @Test
    void the_earlier_start_of_a_clock_is_told_where_the_workspace_wants_it() {
        String first = desk.open("A", List.of(), List.of(), List.of());
        String second = desk.open("B", List.of(), List.of(), List.of());
        String d = desk.open("D", List.of(), List.of(), List.of());
        String later = desk.open("E", List.of(), List.of(), List.of());
        assertNull(absorbed(first, d).clockStartedAt());
        desk.desk
                .as("admin")
                .body("{\"reopenWaiting\":true,\"reopenResolved\":true,\"mergeTakesEarlierStart\":true}")
                .put("/api/v1/workspaces/current/settings")
                .then()
                .statusCode(200);
        assertEquals(
                Instant.parse(desk.desk.ticket(second).getString("createdAt")),
                absorbed(second, d).clockStartedAt());
        assertNull(absorbed(later, d).clockStartedAt());
    }

    private TicketEvent.Absorbed absorbed(String source, String destination) {
        return desk.facts(desk.merge(Ids.next(), ids(source), destination), 1).stream()
                .filter(fact -> destination.equals(fact.key()))
                .map(fact -> assertInstanceOf(TicketEvent.Absorbed.class, fact.data()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_chain_is_undone_from_its_end() {
        String a = desk.open("A", List.of("a"), List.of(), List.of(desk.conversation()));
        String b = desk.open("B", List.of("b"), List.of(), List.of());
        String c = desk.open("C", List.of(), List.of(), List.of());
        desk.note(a, "of a");
        UUID first = desk.merged(ids(a), b);
        UUID second = desk.merged(ids(b), c);
        assertEquals(List.of("a", "b"), desk.desk.ticket(c).getList("tags"));
        var inTheWay = desk.refused(desk.undo(first, ids(a), b));
        assertEquals("merge-in-the-way", inTheWay.type());
        assertEquals(409, inTheWay.status());
        assertEquals(second, inTheWay.mergeId());
        desk.undone(second, ids(b), c);
        assertEquals(List.of(), desk.desk.ticket(c).getList("tags"));
        assertEquals(List.of("a", "b"), desk.desk.ticket(b).getList("tags"));
        assertEquals(List.of("of a"), desk.notes(b));
        desk.undone(first, ids(a), b);
        assertEquals(List.of("b"), desk.desk.ticket(b).getList("tags"));
        assertEquals(List.of("of a"), desk.notes(a));
        assertEquals("open", desk.desk.ticket(a).getString("status"));
        assertEquals(1, desk.desk.ticket(a).getList("conversationIds").size());
        // and once more
        desk.merged(ids(a), c);
        assertEquals(c, desk.desk.ticket(a).getString("mergedInto"));
    }

    @Test
    void a_merge_is_done_once_however_often_it_is_asked_for() {
        String a = desk.open("A", List.of(), List.of(), List.of());
        String d = desk.open("D", List.of(), List.of(), List.of());
        UUID merge = Ids.next();
        OutboundEvent asked = desk.merge(merge, ids(a), d);
        Events.publish(asked, asked);
        watch.await(2, answering(asked));
        OutboundEvent again = desk.merge(merge, ids(a), d);
        Events.publish(again);
        assertInstanceOf(
                TicketAnswer.CommandUnchanged.class,
                watch.await(answering(again)).data());
        OutboundEvent undo = desk.undo(merge, ids(a), d);
        desk.facts(undo, 1);
        OutboundEvent undoAgain = desk.undo(merge, ids(a), d);
        Events.publish(undo, undoAgain);
        assertInstanceOf(
                TicketAnswer.CommandUnchanged.class,
                watch.await(answering(undoAgain)).data());
        List<SeenEvent> all = watch.untilQuietFor(Duration.ofSeconds(1));
        assertEquals(2, all.stream().filter(answering(asked)).count());
        assertEquals(2, all.stream().filter(answering(undo)).count());
        assertEquals(3, desk.desk.ticket(a).getInt("version"));
    }

    @Test
    void what_cannot_be_merged_is_refused_with_the_reason() {
        String a = desk.open("A", List.of(), List.of(), List.of());
        String b = desk.open("B", List.of(), List.of(), List.of());
        String c = desk.open("C", List.of(), List.of(), List.of());
        String nowhere = UUID.randomUUID().toString();
        String foreign = new MergeDesk(watch).open("F", List.of(), List.of(), List.of());
        for (String gone : List.of(nowhere, foreign)) {
            assertEquals(
                    "not-found",
                    desk.refused(desk.merge(Ids.next(), ids(gone), a)).type());
            assertEquals(
                    "not-found",
                    desk.refused(desk.merge(Ids.next(), ids(a), gone)).type());
        }
        var itself = desk.refused(desk.merge(Ids.next(), ids(b, a), a));
        assertEquals("invalid", itself.type());
        assertEquals("/sources/1", itself.pointer());
        assertEquals(
                "/sources/1", desk.refused(desk.merge(Ids.next(), ids(b, b), a)).pointer());
        assertEquals("/sources", desk.refused(desk.merge(Ids.next(), ids(), a)).pointer());
        desk.merged(ids(a), b);
        for (OutboundEvent asked : List.of(desk.merge(Ids.next(), ids(a), c), desk.merge(Ids.next(), ids(c), a))) {
            var merged = desk.refused(asked);
            assertEquals("already-merged", merged.type());
            assertEquals(UUID.fromString(b), merged.destination());
        }
        assertEquals("not-found", desk.refused(desk.undo(Ids.next(), ids(a), b)).type());
        assertEquals(1, desk.desk.ticket(c).getInt("version"));
    }

    @Test
    void more_than_a_ticket_may_have_is_refused() {
        List<String> many =
                java.util.stream.IntStream.range(0, 30).mapToObj(i -> "t" + i).toList();
        List<String> more =
                java.util.stream.IntStream.range(20, 51).mapToObj(i -> "t" + i).toList();
        String a = desk.open("A", many, List.of(), List.of());
        String d = desk.open("D", more, List.of(), List.of());
        var refused = desk.refused(desk.merge(Ids.next(), ids(a), d));
        assertEquals("merge-too-large", refused.type());
        assertEquals(422, refused.status());
        assertEquals("/sources", refused.pointer());
        assertEquals(1, desk.desk.ticket(d).getInt("version"));
    }

    @Test
    void tickets_an_agents_teams_keep_from_him_are_not_there_for_his_merge() {
        String team = desk.desk.team();
        String other = desk.desk.team();
        String a = desk.open("A", List.of(), List.of(), List.of());
        String d = desk.open("D", List.of(), List.of(), List.of());
        desk.desk.change(a, "{\"teamId\":\"" + other + "\"}");
        desk.desk.made(
                "agents",
                "{\"name\":\"Anna\",\"subject\":\"anna\",\"limitedToTeams\":true,\"teamIds\":[\"" + team + "\"]}");
        assertEquals(
                "not-found", desk.refused(desk.merge(Ids.next(), ids(a), d)).type());
    }

    @Test
    void nothing_can_be_written_to_a_merged_ticket_and_a_read_says_where_it_went() {
        String conversation = desk.conversation();
        String a = desk.open("A", List.of("x"), List.of(), List.of());
        String d = desk.open("D", List.of(), List.of(), List.of());
        String note = desk.note(a, "n");
        desk.merged(ids(a), d);
        String at = TICKETS + "/" + a;
        String contact = UUID.randomUUID().toString();
        var anna = (java.util.function.Supplier<io.restassured.specification.RequestSpecification>) desk.desk::anna;
        List<io.restassured.response.Response> answers = List.of(
                anna.get().body("{\"title\":\"y\"}").patch(at),
                anna.get().body("{\"status\":\"open\"}").patch(at),
                anna.get().body("{\"tags\":[]}").patch(at),
                anna.get().put(at + "/tags/y"),
                anna.get().delete(at + "/tags/x"),
                anna.get().put(at + "/contacts/" + contact),
                anna.get().put(at + "/conversations/" + conversation),
                anna.get().body("{\"body\":\"m\"}").post(at + "/notes"),
                anna.get().header("If-Match", "\"1\"").body("{\"body\":\"m\"}").patch(at + "/notes/" + note),
                anna.get().delete(at + "/notes/" + note),
                anna.get().body("{\"body\":\"hello\"}").post(at + "/replies"));
        for (var answer : answers) {
            answer.then()
                    .statusCode(409)
                    .body("type", equalTo("https://omniflow.io/problems/already-merged"))
                    .body("destination", equalTo(d));
        }
        assertEquals(d, desk.desk.ticket(a).getString("mergedInto"));
        assertEquals(Set.of("n"), Set.copyOf(desk.notes(d)));
    }
}
