package io.omniflow.sla.calendar;

import static io.omniflow.sla.calendar.CalendarDesk.CALENDARS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due and preview over HTTP; the arithmetic has tests of its own. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CalendarArithmeticIT {
    private static final String DUE = "/api/v1/sla/due";

    private final CalendarDesk desk = new CalendarDesk();

    @ParameterizedTest(name = "{1} from {0} are due at {2}")
    @CsvSource({
        "2026-11-20T16:00:00+01:00, PT8H, 2026-11-23T15:00:00.000Z",
        "2026-11-20T15:00:00.250Z, PT1H, 2026-11-23T08:00:00.250Z",
        "2026-11-20T15:00:00Z, PT1H, 2026-11-20T16:00:00.000Z",
        "2026-12-24T10:00:00Z, PT2H, 2026-12-28T09:00:00.000Z",
        "2026-11-21T15:00:00Z, PT0S, 2026-11-21T15:00:00.000Z",
    })
    void due_is_when_the_calendar_was_open_long_enough(String start, String duration, String due) {
        desk.vera()
                .body(question(desk.office(), start, duration))
                .post(DUE)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo(due))
                .body("calendarVersion", equalTo(1));
    }

    @Test
    void due_goes_by_the_newest_version() {
        String id = desk.office();
        String question = question(id, "2026-11-20T15:00:00Z", "PT2H");
        desk.vera().body(question).post(DUE).then().body("dueAt", equalTo("2026-11-23T09:00:00.000Z"));
        desk.lea()
                .body("{\"weekly\": {\"saturday\": [{\"from\": \"10:00\", \"to\": \"12:00\"}]}}")
                .patch(CALENDARS + "/" + id)
                .then()
                .statusCode(200);
        desk.vera()
                .body(question)
                .post(DUE)
                .then()
                .body("dueAt", equalTo("2026-11-21T10:00:00.000Z"))
                .body("calendarVersion", equalTo(2));
    }

    @Test
    void the_calendar_that_is_always_open_has_no_weekends() {
        desk.vera()
                .body(question(Policy.alwaysOpenId(desk.workspace).toString(), "2026-03-28T11:00:00Z", "PT24H"))
                .post(DUE)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2026-03-29T11:00:00.000Z"));
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused_with_a_pointer() {
        String id = desk.office();
        refused("{}", "/calendarId", "/start", "/duration");
        refused(question(id, "2026-11-20T15:00:00Z", "-PT1S"), "/duration");
        refused(question(id, "2026-11-20T15:00:00Z", "P3660DT1S"), "/duration");
        refused(question(id, "9990-01-01T00:00:00Z", "P3660D"), "/duration");
        refused(question(UUID.randomUUID().toString(), "2026-11-20T15:00:00Z", "PT1H"), "/calendarId");
        refused(question(new CalendarDesk().office(), "2026-11-20T15:00:00Z", "PT1H"), "/calendarId");
        desk.vera().body(question(id, "tomorrow", "PT1H")).post(DUE).then().statusCode(400);
        desk.vera()
                .body(question(id, "2026-11-20T15:00:00Z", "8h"))
                .post(DUE)
                .then()
                .statusCode(400);
    }

    @Test
    void a_preview_shows_open_time_and_holidays() {
        desk.vera()
                .get(CALENDARS + "/" + desk.office() + "/preview?from=2026-12-23T12:00:00Z&days=6")
                .then()
                .statusCode(200)
                .body("from", equalTo("2026-12-23T12:00:00.000Z"))
                .body("to", equalTo("2026-12-29T12:00:00.000Z"))
                .body(
                        "open.from",
                        equalTo(List.of(
                                "2026-12-23T12:00:00.000Z",
                                "2026-12-24T08:00:00.000Z",
                                "2026-12-28T08:00:00.000Z",
                                "2026-12-29T08:00:00.000Z")))
                .body(
                        "open.to",
                        equalTo(List.of(
                                "2026-12-23T16:00:00.000Z",
                                "2026-12-24T11:00:00.000Z",
                                "2026-12-28T16:00:00.000Z",
                                "2026-12-29T12:00:00.000Z")))
                .body("holidays.name", equalTo(List.of("Christmas Eve", "Christmas")))
                .body("holidays.from", equalTo(Arrays.asList("12:00", null)));
    }

    @Test
    void a_preview_is_of_the_next_fourteen_days_unless_said_otherwise() {
        String preview = CALENDARS + "/" + Policy.alwaysOpenId(desk.workspace) + "/preview";
        desk.vera()
                .get(preview + "?from=2026-11-28T00:00:00Z")
                .then()
                .statusCode(200)
                .body("open", hasSize(1))
                .body("open[0].from", equalTo("2026-11-28T00:00:00.000Z"))
                .body("open[0].to", equalTo("2026-12-12T00:00:00.000Z"));
        desk.vera().get(preview + "?days=0").then().statusCode(422);
        desk.vera().get(preview + "?days=367").then().statusCode(422);
        desk.vera().get(preview + "?days=366").then().statusCode(200);
        desk.vera().get(CALENDARS + "/" + UUID.randomUUID() + "/preview").then().statusCode(404);
    }

    private void refused(String body, String... pointers) {
        desk.vera().body(body).post(DUE).then().statusCode(422).body("errors.pointer", equalTo(List.of(pointers)));
    }

    private static String question(String calendar, String start, String duration) {
        return "{\"calendarId\": \"" + calendar + "\", \"start\": \"" + start + "\", \"duration\": \"" + duration
                + "\"}";
    }
}
