package io.omniflow.sla.policy;

import static io.omniflow.sla.policy.PolicyDesk.CALENDARS;
import static io.omniflow.sla.policy.PolicyDesk.POLICIES;
import static io.omniflow.sla.policy.PolicyDesk.path;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody may do to a policy. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PolicyRefusalsIT {
    private final PolicyDesk desk = new PolicyDesk();

    @Test
    void a_name_is_there_once_in_whatever_case() {
        String id = desk.make("Gold");
        desk.lea()
                .body(desk.body("GOLD", ""))
                .post(POLICIES)
                .then()
                .statusCode(409)
                .body("type", containsString("policy-name-taken"));
        desk.lea().body(desk.body("default", "")).post(POLICIES).then().statusCode(409);
        desk.lea().body("{\"name\": \"gOLD\"}").patch(path(id)).then().statusCode(200);
        desk.lea().body("{\"name\": \"Default\"}").patch(path(id)).then().statusCode(409);
        new PolicyDesk().make("Gold");
        desk.lea().delete(path(id)).then().statusCode(204);
        desk.make("Gold");
    }

    @Test
    void a_calendar_must_be_one_of_the_workspace() {
        String others = new PolicyDesk().calendar();
        String id = desk.make("Gold");
        for (String calendar : List.of(others, UUID.randomUUID().toString())) {
            desk.lea()
                    .body(desk.body("Silver", "").replace(desk.alwaysOpen(), calendar))
                    .post(POLICIES)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/calendarId")));
            desk.lea()
                    .body("{\"calendarId\": \"" + calendar + "\"}")
                    .patch(path(id))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/calendarId")));
        }
    }

    @Test
    void a_target_that_the_calendar_never_reaches_is_refused() {
        String calendar = desk.lea()
                .body("{\"name\": \"A minute\", \"timeZone\": \"UTC\", \"weekly\":"
                        + " {\"monday\": [{\"from\": \"09:00\", \"to\": \"09:01\"}]}}")
                .post(CALENDARS)
                .then()
                .extract()
                .path("id");
        desk.lea()
                .body("{\"name\": \"A\", \"calendarId\": \"" + calendar
                        + "\", \"targets\": {\"low\": {\"firstResponse\": \"PT1H\", \"resolution\": \"P90D\"}}}")
                .post(POLICIES)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/targets/low/resolution")));
    }

    @Test
    void a_calendar_that_a_policy_goes_by_stays() {
        String calendar = desk.calendar();
        String id = desk.make("Gold");
        desk.lea()
                .body("{\"calendarId\": \"" + calendar + "\"}")
                .patch(path(id))
                .then()
                .statusCode(200);
        desk.lea()
                .delete(CALENDARS + "/" + calendar)
                .then()
                .statusCode(409)
                .body("type", containsString("calendar-in-use"))
                .body("detail", containsString("Gold"));
        desk.lea().delete(path(id)).then().statusCode(204);
        desk.lea().delete(CALENDARS + "/" + calendar).then().statusCode(204);
    }

    @Test
    void a_calendar_stays_one_by_which_its_policies_can_come_due() {
        String calendar = desk.calendar();
        String id = desk.make("Gold");
        desk.lea()
                .body("{\"calendarId\": \"" + calendar + "\", \"targets\": {\"normal\": {\"resolution\": \"P90D\"}}}")
                .patch(path(id))
                .then()
                .statusCode(200);
        String minute = "{\"weekly\": {\"monday\": [{\"from\": \"09:00\", \"to\": \"09:01\"}]}}";
        desk.lea()
                .body(minute)
                .patch(CALENDARS + "/" + calendar)
                .then()
                .statusCode(409)
                .body("type", containsString("policy-out-of-reach"))
                .body("detail", containsString("/targets/normal/resolution"));
        desk.vera().get(CALENDARS + "/" + calendar).then().header("ETag", "\"1\"");
        desk.lea()
                .body("{\"targets\": {\"normal\": {\"resolution\": \"PT1H\"}}}")
                .patch(path(id))
                .then()
                .statusCode(200);
        desk.lea().body(minute).patch(CALENDARS + "/" + calendar).then().statusCode(200);
    }

    @Test
    void a_stale_version_changes_and_removes_nothing() {
        String path = path(desk.make("A"));
        desk.lea()
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"B\"}")
                .patch(path)
                .then()
                .statusCode(200);
        desk.lea()
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"C\"}")
                .patch(path)
                .then()
                .statusCode(412);
        desk.lea()
                .header("If-Match", "\"1\"")
                .body("{\"position\": 1}")
                .patch(path)
                .then()
                .statusCode(412);
        desk.lea().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        desk.vera().get(path).then().body("name", equalTo("B")).body("version", equalTo(2));
    }

    @Test
    void only_leads_write_and_everybody_reads() {
        String path = path(desk.make("A"));
        desk.someone("agent").body(desk.body("B", "")).post(POLICIES).then().statusCode(403);
        desk.someone("agent").body("{\"name\": \"B\"}").patch(path).then().statusCode(403);
        desk.someone("agent").delete(path).then().statusCode(403);
        desk.someone("agent").body("{}").post(path + "/reapply").then().statusCode(403);
        desk.vera().get(path).then().statusCode(200);
    }

    @Test
    void another_workspace_finds_nothing() {
        String path = path(desk.make("A"));
        PolicyDesk other = new PolicyDesk();
        other.vera().get(path).then().statusCode(404);
        other.vera().get(path + "/versions").then().statusCode(404);
        other.lea().body("{\"name\": \"B\"}").patch(path).then().statusCode(404);
        other.lea().delete(path).then().statusCode(404);
        other.lea().body("{}").post(path + "/reapply").then().statusCode(404);
        other.vera().get(path(desk.usual())).then().statusCode(404);
    }

    @Test
    void a_workspace_has_at_most_two_hundred() {
        for (int i = 0; i < 199; i++) {
            desk.make("P" + i);
        }
        desk.lea()
                .body(desk.body("One too many", ""))
                .post(POLICIES)
                .then()
                .statusCode(409)
                .body("type", containsString("too-many-policies"));
    }

    @Test
    void reapplying_names_some_tickets_or_none() {
        String path = path(desk.make("Gold")) + "/reapply";
        desk.lea()
                .body("{\"ticketIds\": []}")
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/ticketIds")));
        desk.lea().body("{\"ticketIds\": [\"42\"]}").post(path).then().statusCode(400);
        desk.lea()
                .body("{\"ticketIds\": [\"" + UUID.randomUUID() + "\"]}")
                .post(path)
                .then()
                .statusCode(200)
                .body("tickets", equalTo(0));
    }
}
