package io.omniflow.sla.policy;

import static io.omniflow.sla.policy.PolicyDesk.POLICIES;
import static io.omniflow.sla.policy.PolicyDesk.path;
import static org.hamcrest.Matchers.equalTo;

import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no policy, or one that breaks a rule. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class BadPolicyBodiesIT {
    private final PolicyDesk desk = new PolicyDesk();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | /name,/calendarId,/targets
            {"name": "A", "calendarId": "C"} | /targets
            {"name": "A", "calendarId": "C", "targets": {"low": {}}} | /targets
            {"name": "A", "calendarId": "C", "targets": {"low": {"resolution": "PT0S"}}} | /targets/low/resolution
            {"name": "A", "calendarId": "C", "targets": {"low": {"nextResponse": "PT-1H"}}} | /targets/low/nextResponse
            {"name": "A", "calendarId": "C", "statusCeilings": {"in_progress": "P9999D"}} | /statusCeilings/in_progress
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "warnAtPercent": [100]} | /warnAtPercent/0
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "warnAtPercent": [75, 75]} | /warnAtPercent/1
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "position": 0} | /position
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "when": {"channels": ["pigeon"]}} | /when/channels/0
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "when": {"tags": [" "]}} | /when/tags/0
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "when": {"customFields": {"No Key": ["x"]}}} | /when/customFields
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "when": {"customFields": {"key": []}}} | /when/customFields/key
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "escalations": [{}]} | /escalations/0/atPercent,/escalations/0/action
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "escalations": [{"atPercent": 80, "action": "notify_lead"}]} | /escalations/0/atPercent
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "escalations": [{"atPercent": 100, "action": "reassign"}]} | /escalations/0/teamId
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "escalations": [{"atPercent": 100, "action": "notify_lead", "metrics": ["resolution"]}]} | /escalations/0/metrics/0
            {"name": "A", "calendarId": "C", "statusCeilings": {"waiting": "P1D"}, "escalations": [{"atPercent": 100, "action": "notify_lead", "metrics": ["joy"]}]} | /escalations/0/metrics/0
            """)
    void a_policy_that_breaks_a_rule_is_refused_with_a_pointer(String body, String pointers) {
        desk.lea()
                .body(body.replace("\"C\"", "\"" + desk.alwaysOpen() + "\""))
                .post(POLICIES)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointers.split(","))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"name\": 1}",
                "{\"nam\": \"A\"}",
                "{\"position\": \"first\"}",
                "{\"position\": 1.5}",
                "{\"when\": []}",
                "{\"when\": {\"teams\": []}}",
                "{\"when\": {\"teamIds\": [\"x\"]}}",
                "{\"when\": {\"tags\": [null]}}",
                "{\"when\": {\"tags\": \"gold\"}}",
                "{\"when\": {\"customFields\": []}}",
                "{\"when\": {\"customFields\": {\"region\": \"eu\"}}}",
                "{\"when\": {\"customFields\": {\"region\": [null]}}}",
                "{\"when\": {\"customFields\": {\"region\": [7]}}}",
                "{\"calendarId\": \"office\"}",
                "{\"targets\": []}",
                "{\"targets\": {\"asap\": {}}}",
                "{\"targets\": {\"low\": {\"resolution\": 8}}}",
                "{\"targets\": {\"low\": {\"resolution\": \"8h\"}}}",
                "{\"targets\": {\"low\": {\"resolution\": \"P1Y\"}}}",
                "{\"statusCeilings\": {\"closed\": \"PT1H\"}}",
                "{\"statusCeilings\": {\"inProgress\": \"PT1H\"}}",
                "{\"warnAtPercent\": [\"75\"]}",
                "{\"warnAtPercent\": [75.5]}",
                "{\"warnAtPercent\": [null]}",
                "{\"warnAtPercent\": 75}",
                "{\"onReopen\": \"again\"}",
                "{\"escalations\": [null]}",
                "{\"escalations\": [{\"action\": \"shout\"}]}",
                "{\"escalations\": [{\"at\": 100}]}",
            })
    void what_is_no_policy_at_all_is_malformed_in_post_and_patch(String body) {
        desk.lea().body(body).post(POLICIES).then().statusCode(400);
        desk.lea().body(body).patch(path(desk.usual())).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": null} | /name
            {"calendarId": null} | /calendarId
            {"targets": null} | /targets
            {"targets": {"normal": null}} | /targets
            {"position": -1} | /position
            {"warnAtPercent": [0]} | /warnAtPercent/0
            {"when": {"tags": [""]}} | /when/tags/0
            {"statusCeilings": {"open": "PT0S"}} | /statusCeilings/open
            """)
    void a_change_that_breaks_a_rule_is_refused_with_a_pointer(String body, String pointer) {
        desk.lea()
                .body(body)
                .patch(path(desk.make("Gold")))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointer)));
    }
}
