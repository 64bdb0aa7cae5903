package io.omniflow.sla.simulation;

import static io.omniflow.sla.simulation.SimulationDesk.SIMULATE;
import static org.hamcrest.Matchers.hasItem;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be tried. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SimulationRefusalsIT {
    private final SimulationDesk desk = new SimulationDesk();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                                       | /policy",
                "{'policy': null}                                                         | /policy",
                "{'policy': {}}                                                           | /policy/name",
                "{'policy': {}}                                                           | /policy/calendarId",
                "{'policy': {}}                                                           | /policy/targets",
                "{'policy': {GOOD, 'position': 0}}                                        | /policy/position",
                "{'policy': {GOOD, 'warnAtPercent': [100]}}                               | /policy/warnAtPercent/0",
                "{'policy': {GOOD, 'targets': {'low': {'resolution': 'PT0S'}}}}           | /policy/targets/low/resolution",
                "{'policy': {GOOD, 'when': {'tags': ['']}}}                               | /policy/when/tags/0",
                "{'policy': {GOOD, 'calendarId': '00000000-0000-4000-8000-000000000001'}} | /policy/calendarId",
                "{'policy': {GOOD}, 'policyId': '00000000-0000-4000-8000-000000000001'}   | /policyId",
                "{'policy': {GOOD, 'when': {'tags': ['x']}}, 'policyId': 'USUAL'}         | /policy/when",
                "{'policy': {GOOD, 'position': 2}, 'policyId': 'USUAL'}                   | /policy/position",
                "{'policy': {GOOD}, 'from': '2026-01-02T00:00:00Z', 'to': '2026-01-02T00:00:00Z'} | /from",
                "{'policy': {GOOD}, 'from': '2024-01-01T00:00:00Z', 'to': '2025-01-02T00:00:00Z'} | /from",
                "{'policy': {GOOD}, 'from': '2999-01-01T00:00:00Z'}                       | /from",
            })
    void what_breaks_a_rule_is_named(String body, String pointer) {
        desk.lea().body(filled(body)).post(SIMULATE).then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "",
                "{'policy': 'Gold'}",
                "{'policy': {GOOD, 'colour': 'red'}}",
                "{'policy': {GOOD}, 'only': 'mine'}",
                "{'policy': {GOOD}, 'from': 'yesterday'}",
                "{'policy': {GOOD}, 'policyId': 7}",
                "{'policy': {GOOD}, 'dryRun': true}",
            })
    void what_cannot_be_read_is_refused(String body) {
        desk.lea().body(filled(body)).post(SIMULATE).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201"})
    void pages_have_a_size(String query) {
        String id = desk.begin(desk.draft("PT1H", "PT1H", ""), "");
        desk.lea().get(SIMULATE + "/" + id + "/tickets?" + query).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "YR9iH2M"})
    void a_cursor_of_nobody_is_refused(String cursor) {
        String id = desk.begin(desk.draft("PT1H", "PT1H", ""), "");
        desk.lea().get(SIMULATE + "/" + id + "/tickets?cursor=" + cursor).then().statusCode(400);
    }

    /** {@code GOOD} stands for what a policy needs and the body does not say itself. */
    private String filled(String body) {
        String good = "'name': 'Gold'"
                + (body.contains("'calendarId'") ? "" : ", 'calendarId': '" + Policy.alwaysOpenId(desk.workspace) + "'")
                + (body.contains("'targets'") ? "" : ", 'targets': {'normal': {'resolution': 'PT8H'}}");
        return body.replace("GOOD", good)
                .replace("USUAL", Policy.usualId(desk.workspace).toString())
                .replace('\'', '"');
    }
}
