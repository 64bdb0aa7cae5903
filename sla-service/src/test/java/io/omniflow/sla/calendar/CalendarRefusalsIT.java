package io.omniflow.sla.calendar;

import static io.omniflow.sla.calendar.CalendarDesk.CALENDARS;
import static io.omniflow.sla.calendar.CalendarDesk.OFFICE;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may do to a calendar. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CalendarRefusalsIT {
    private final CalendarDesk desk = new CalendarDesk();

    @Test
    void the_calendar_that_is_always_open_can_be_read_but_neither_changed_nor_removed() {
        String path = CALENDARS + "/" + Policy.alwaysOpenId(desk.workspace);
        desk.vera()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("alwaysOpen", equalTo(true))
                .body("builtIn", equalTo(true))
                .body("timeZone", nullValue())
                .body("weekly", nullValue())
                .body("createdAt", nullValue());
        desk.vera().get(path + "/versions").then().statusCode(200).body("items.version", equalTo(List.of(1)));
        desk.lea().body("{\"name\": \"Mine\"}").patch(path).then().statusCode(409);
        desk.lea().delete(path).then().statusCode(409);
        desk.vera()
                .get(CALENDARS + "/" + Policy.alwaysOpenId(UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @Test
    void a_stale_version_changes_and_removes_nothing() {
        String path = CALENDARS + "/" + desk.office();
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
        desk.lea().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        desk.vera().get(path).then().body("name", equalTo("B")).body("version", equalTo(2));
    }

    @Test
    void only_leads_write_and_everybody_reads() {
        String path = CALENDARS + "/" + desk.office();
        desk.someone("agent").body(OFFICE).post(CALENDARS).then().statusCode(403);
        desk.someone("agent").body("{\"name\": \"B\"}").patch(path).then().statusCode(403);
        desk.someone("agent").delete(path).then().statusCode(403);
        desk.vera().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                    | /name,/timeZone,/weekly
            {"name": "A", "alwaysOpen": true, "timeZone": "UTC"}                  | /timeZone
            {"name": "A", "timeZone": "Europe/Atlantis", "weekly": {"monday": [{"from": "09:00", "to": "17:00"}]}} | /timeZone
            {"name": "A", "timeZone": "UTC", "weekly": {"monday": [{"from": "09:00"}]}} | /weekly/monday/0/to
            {"name": "A", "timeZone": "UTC", "weekly": {"sunday": [{"from": "22:00", "to": "06:00"}], "monday": [{"from": "05:00", "to": "08:00"}]}} | /weekly/sunday/0
            {"name": "A", "timeZone": "UTC", "weekly": {"monday": [{"from": "09:00", "to": "17:00"}]}, "holidays": [{"date": "2026-12-25", "name": "A"}, {"date": "2026-12-25", "name": "B"}]} | /holidays/1
            """)
    void a_calendar_that_breaks_a_rule_is_refused_with_a_pointer(String body, String pointers) {
        desk.lea()
                .body(body)
                .post(CALENDARS)
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
                "{\"name\": \"A\", \"alwaysOpen\": \"yes\"}",
                "{\"name\": \"A\", \"weekly\": []}",
                "{\"name\": \"A\", \"weekly\": {\"Monday\": []}}",
                "{\"name\": \"A\", \"weekly\": {\"monday\": {}}}",
                "{\"name\": \"A\", \"weekly\": {\"monday\": [null]}}",
                "{\"name\": \"A\", \"weekly\": {\"monday\": [{\"from\": 9, \"to\": 17}]}}",
                "{\"name\": \"A\", \"weekly\": {\"monday\": [{\"start\": \"09:00\"}]}}",
                "{\"name\": \"A\", \"holidays\": {}}",
                "{\"name\": \"A\", \"holidays\": [null]}",
                "{\"name\": \"A\", \"holidays\": [{\"date\": \"2026-02-30\", \"name\": \"A\"}]}",
                "{\"name\": \"A\", \"holidays\": [{\"date\": 20261225, \"name\": \"A\"}]}",
            })
    void what_is_no_calendar_at_all_is_malformed(String body) {
        desk.lea().body(body).post(CALENDARS).then().statusCode(400);
    }
}
