package io.omniflow.sla.policy;

import static io.omniflow.sla.policy.PolicyDesk.POLICIES;
import static io.omniflow.sla.policy.PolicyDesk.path;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a policy. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PoliciesIT {
    private final PolicyDesk desk = new PolicyDesk();
    private final UUID team = UUID.randomUUID();

    @Test
    void a_policy_is_made_read_changed_and_removed() {
        String calendar = desk.calendar();
        String location = desk.lea()
                .body(gold(calendar))
                .post(POLICIES)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Gold"))
                .body("position", equalTo(1))
                .body("when.teamIds", equalTo(List.of(team.toString())))
                .body("when.tags", equalTo(List.of("gold")))
                .body("when.channels", equalTo(List.of()))
                .body("when.customFields", equalTo(Map.of("region", List.of("eu"))))
                .body("calendarId", equalTo(calendar))
                .body("targets.urgent.firstResponse", equalTo("PT15M"))
                .body("targets.urgent.nextResponse", nullValue())
                .body("targets.low", nullValue())
                .body("warnAtPercent", equalTo(List.of(75, 90)))
                .body("onReopen", equalTo("resume"))
                .body("statusCeilings.open", equalTo("PT48H"))
                .body("statusCeilings.in_progress", nullValue())
                .body("escalations[0].action", equalTo("notify_lead"))
                .body("builtIn", equalTo(false))
                .body("version", equalTo(1))
                .body("changedBy", equalTo("lead"))
                .extract()
                .header("Location");

        desk.vera().get(location).then().statusCode(200).header("ETag", "\"1\"").body("name", equalTo("Gold"));
        desk.lea()
                .header("If-Match", "\"1\"")
                .body("""
                        {"when": {"tags": null, "customFields": {"region": null, "vip": ["true"]}},
                         "targets": {"urgent": {"firstResponse": null, "nextResponse": "PT30M"}, "high": null},
                         "statusCeilings": {"open": null, "in_progress": "P2D"}, "onReopen": "restart",
                         "warnAtPercent": [80], "escalations": null}""")
                .patch(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Gold"))
                .body("when.teamIds", equalTo(List.of(team.toString())))
                .body("when.tags", equalTo(List.of()))
                .body("when.customFields", equalTo(Map.of("vip", List.of("true"))))
                .body("targets.urgent.firstResponse", nullValue())
                .body("targets.urgent.nextResponse", equalTo("PT30M"))
                .body("targets.urgent.resolution", equalTo("PT4H"))
                .body("targets.high", nullValue())
                .body("statusCeilings.open", nullValue())
                .body("statusCeilings.in_progress", equalTo("PT48H"))
                .body("onReopen", equalTo("restart"))
                .body("warnAtPercent", equalTo(List.of(80)))
                .body("escalations", equalTo(List.of()));
        desk.lea().delete(location).then().statusCode(204);
        desk.vera().get(location).then().statusCode(404);
        desk.vera().get(location + "/versions").then().statusCode(404);
        desk.lea().delete(location).then().statusCode(404);
    }

    @Test
    void a_workspace_has_a_default_policy_that_can_be_changed_and_stays_the_last() {
        String usual = path(desk.usual());
        desk.vera()
                .get(usual)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("builtIn", equalTo(true))
                .body("position", equalTo(1))
                .body("calendarId", equalTo(desk.alwaysOpen()))
                .body("targets", aMapWithSize(4))
                .body("targets.urgent.resolution", equalTo("PT4H"))
                .body("createdAt", nullValue());
        desk.lea().delete(usual).then().statusCode(409);
        desk.lea()
                .body("{\"when\": {\"tags\": [\"gold\"]}}")
                .patch(usual)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/when")));
        desk.make("Gold");
        desk.lea()
                .body("{\"position\": 1}")
                .patch(usual)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/position")));

        desk.lea()
                .body("{\"name\": \"Rest\", \"targets\": {\"urgent\": {\"resolution\": \"PT2H\"}}}")
                .patch(usual)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("position", equalTo(2))
                .body("builtIn", equalTo(true))
                .body("targets.urgent.firstResponse", equalTo("PT15M"))
                .body("targets.urgent.resolution", equalTo("PT2H"));
        desk.vera()
                .get(usual + "/versions")
                .then()
                .body("items.version", equalTo(List.of(2, 1)))
                .body("items.name", equalTo(List.of("Rest", "Default")));
        assertEquals(List.of("Gold", "Rest"), desk.order());
    }

    @Test
    void every_version_is_kept_newest_first() {
        String id = desk.make("A");
        for (String name : List.of("B", "C", "D")) {
            desk.lea()
                    .body("{\"name\": \"" + name + "\"}")
                    .patch(path(id))
                    .then()
                    .statusCode(200);
        }
        String next = desk.vera()
                .get(path(id) + "/versions?limit=3")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(4, 3, 2)))
                .extract()
                .path("nextCursor");
        desk.vera()
                .get(path(id) + "/versions?limit=3&cursor=" + next)
                .then()
                .body("items.name", equalTo(List.of("A")))
                .body("nextCursor", nullValue());
    }

    @Test
    void each_change_is_told_with_the_policy_before_and_after() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String id = desk.lea()
                    .body(gold(desk.alwaysOpen()))
                    .post(POLICIES)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            desk.lea().body("{\"name\": \"Silver\"}").patch(path(id)).then().statusCode(200);
            desk.lea().body("{\"name\": \"Silver\"}").patch(path(id)).then().header("ETag", "\"2\"");
            desk.lea().delete(path(id)).then().statusCode(204);

            List<WorkspaceEvent.SettingChanged> told = watch
                    .await(
                            3,
                            event -> event.data() instanceof WorkspaceEvent.SettingChanged changed
                                    && changed.settingId().equals(id))
                    .stream()
                    .map(SeenEvent::data)
                    .map(WorkspaceEvent.SettingChanged.class::cast)
                    .toList();

            assertEquals(3, told.size(), "a change that changes nothing is not told");
            assertEquals("policy", told.getFirst().kind());
            assertNull(told.getFirst().before());
            Map<String, Object> made = Objects.requireNonNull(told.getFirst().after());
            assertEquals("Gold", made.get("name"));
            assertEquals(1, ((Number) Objects.requireNonNull(made.get("position"))).intValue());
            assertEquals(
                    Map.of("firstResponse", "PT15M", "resolution", "PT4H"),
                    ((Map<?, ?>) Objects.requireNonNull(made.get("targets"))).get("urgent"));
            assertEquals(Map.of("open", "PT48H"), made.get("statusCeilings"));
            assertEquals(made, told.get(1).before());
            assertEquals("Silver", Objects.requireNonNull(told.get(1).after()).get("name"));
            assertEquals(told.get(1).after(), told.getLast().before());
            assertNull(told.getLast().after());
        }
    }

    private String gold(String calendar) {
        return """
                {"name": "Gold", "position": 1,
                 "when": {"teamIds": ["%s"], "tags": ["Gold"], "channels": [], "customFields": {"region": ["eu"]}},
                 "calendarId": "%s",
                 "targets": {"urgent": {"firstResponse": "PT15M", "resolution": "PT4H"}, "high": {"resolution": "PT8H"}},
                 "statusCeilings": {"open": "PT48H"},
                 "escalations": [{"atPercent": 100, "metrics": ["resolution"], "action": "notify_lead"}]}""".formatted(team, calendar);
    }
}
