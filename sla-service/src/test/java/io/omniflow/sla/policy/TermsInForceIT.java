package io.omniflow.sla.policy;

import static io.omniflow.sla.policy.PolicyDesk.CALENDARS;
import static io.omniflow.sla.policy.PolicyDesk.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Targets;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in force when, as the clocks ask for it. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TermsInForceIT {
    private static final Instant MONDAY_0900 = Instant.parse("2027-01-11T08:00:00Z");

    private final PolicyDesk desk = new PolicyDesk();
    private final WorkspaceId workspace = new WorkspaceId(desk.workspace);

    @Inject
    Policies policies;

    @Inject
    Pool pool;

    @Test
    void a_workspace_that_changed_nothing_has_the_usual_policy() {
        Terms terms = newest();
        assertEquals(1, terms.revision());
        assertEquals(
                List.of(Policy.usual(desk.workspace)),
                terms.offers().stream().map(Offer::policy).toList());
    }

    @Test
    void every_change_is_a_revision_and_those_before_stay_what_they_were() {
        String gold = desk.make("Gold", ", \"when\": {\"tags\": [\"Gold\"]}");
        String silver = desk.make("Silver");
        desk.lea().body("{\"position\": 1}").patch(path(silver)).then().statusCode(200);
        desk.lea()
                .body("{\"targets\": {\"normal\": {\"resolution\": \"PT1H\"}}}")
                .patch(path(gold))
                .then()
                .statusCode(200);
        desk.lea().delete(path(silver)).then().statusCode(204);

        assertEquals(6, newest().revision());
        assertEquals(List.of("Default"), names(at(1)));
        assertEquals(List.of("Gold", "Default"), names(at(2)));
        assertEquals(List.of("Gold", "Silver", "Default"), names(at(3)));
        assertEquals(List.of("Silver", "Gold", "Default"), names(at(4)));
        assertEquals(Duration.ofHours(8), resolution(at(4), 1));
        assertEquals(Duration.ofHours(1), resolution(at(5), 1));
        assertEquals(List.of(1, 2, 1), versions(at(5)));
        assertEquals(List.of("Gold", "Default"), names(at(6)));
        assertEquals(Set.of("gold"), at(6).offers().getFirst().policy().when().tags());
    }

    @Test
    void what_changes_nothing_is_no_revision() {
        String gold = desk.make("Gold");
        desk.lea()
                .body("{\"name\": \"Gold\", \"position\": 1}")
                .patch(path(gold))
                .then()
                .statusCode(200);
        desk.calendar();
        assertEquals(2, newest().revision());
    }

    @Test
    void a_new_version_of_a_calendar_is_a_revision_for_the_policies_that_go_by_it() {
        String calendar = desk.calendar();
        String other = desk.calendar();
        String gold = desk.make("Gold");
        desk.lea()
                .body("{\"calendarId\": \"" + calendar + "\"}")
                .patch(path(gold))
                .then()
                .statusCode(200);
        desk.make("Silver");
        change(other, "{\"name\": \"Nobody's\"}");
        assertEquals(4, newest().revision());

        change(calendar, "{\"weekly\": {\"monday\": [{\"from\": \"10:00\", \"to\": \"12:00\"}]}}");

        Terms before = at(4);
        Terms after = newest();
        assertEquals(5, after.revision());
        assertEquals(List.of(2, 1, 1), versions(after), "the policies have not changed");
        assertEquals(1, before.offers().getFirst().policy().calendar().version());
        assertEquals(2, after.offers().getFirst().policy().calendar().version());
        assertEquals(1, after.offers().get(1).policy().calendar().version());
        assertEquals(Duration.ofHours(3), openUntilNoon(before));
        assertEquals(Duration.ofHours(2), openUntilNoon(after));
    }

    @Test
    void a_policy_takes_the_newest_version_of_a_calendar_it_is_given() {
        String calendar = desk.calendar();
        change(calendar, "{\"name\": \"Bureau\"}");
        change(calendar, "{\"name\": \"Ufficio\"}");
        String gold = desk.make("Gold");
        desk.lea()
                .body("{\"calendarId\": \"" + calendar + "\"}")
                .patch(path(gold))
                .then()
                .statusCode(200);
        assertEquals(3, newest().offers().getFirst().policy().calendar().version());
    }

    @Test
    void a_removed_calendar_is_there_for_the_revisions_that_name_it() {
        String calendar = desk.calendar();
        String gold = desk.make("Gold");
        desk.lea()
                .body("{\"calendarId\": \"" + calendar + "\"}")
                .patch(path(gold))
                .then()
                .statusCode(200);
        desk.lea().delete(path(gold)).then().statusCode(204);
        desk.lea().delete(CALENDARS + "/" + calendar).then().statusCode(204);
        assertEquals(Duration.ofHours(3), openUntilNoon(at(3)));
        assertEquals(List.of("Default"), names(newest()));
    }

    @Test
    void several_workspaces_are_read_at_once_and_only_what_was_asked_for_is_there() {
        desk.make("Gold");
        PolicyDesk second = new PolicyDesk();
        second.make("Silver");
        WorkspaceId other = new WorkspaceId(second.workspace);
        Policies.InForce inForce = policies.of(pool, Map.of(workspace, Set.of(1), other, Set.of()))
                .await()
                .indefinitely();
        assertEquals(List.of("Gold", "Default"), names(inForce.terms(workspace, OptionalInt.empty())));
        assertEquals(List.of("Default"), names(inForce.terms(workspace, OptionalInt.of(1))));
        assertEquals(List.of("Silver", "Default"), names(inForce.terms(other, OptionalInt.empty())));
        assertThrows(IllegalArgumentException.class, () -> inForce.terms(other, OptionalInt.of(1)));
    }

    private void change(String calendar, String body) {
        desk.lea().body(body).patch(CALENDARS + "/" + calendar).then().statusCode(200);
    }

    private Terms newest() {
        return policies.of(pool, Map.of(workspace, Set.of()))
                .await()
                .indefinitely()
                .terms(workspace, OptionalInt.empty());
    }

    private Terms at(int revision) {
        return policies.of(pool, Map.of(workspace, Set.of(revision)))
                .await()
                .indefinitely()
                .terms(workspace, OptionalInt.of(revision));
    }

    private static Duration openUntilNoon(Terms terms) {
        return terms.offers().getFirst().calendar().open(MONDAY_0900, MONDAY_0900.plus(Duration.ofHours(3)));
    }

    private static List<String> names(Terms terms) {
        return terms.offers().stream().map(offer -> offer.policy().name()).toList();
    }

    private static List<Integer> versions(Terms terms) {
        return terms.offers().stream()
                .map(offer -> offer.policy().ref().version())
                .toList();
    }

    private static Duration resolution(Terms terms, int index) {
        Targets targets = terms.offers().get(index).policy().targets().get(Priority.NORMAL);
        Duration resolution = targets == null ? null : targets.resolution();
        return resolution == null ? Duration.ZERO : resolution;
    }
}
