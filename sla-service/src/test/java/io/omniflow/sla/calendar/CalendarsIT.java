package io.omniflow.sla.calendar;

import static io.omniflow.sla.calendar.CalendarDesk.CALENDARS;
import static io.omniflow.sla.calendar.CalendarDesk.OFFICE;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a calendar. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CalendarsIT {
    private final CalendarDesk desk = new CalendarDesk();

    @Test
    void a_calendar_is_made_read_changed_and_removed() {
        String location = desk.lea()
                .body(OFFICE)
                .post(CALENDARS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Office"))
                .body("alwaysOpen", equalTo(false))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("weekly.monday", equalTo(List.of(Map.of("from", "09:00", "to", "17:00"))))
                .body("weekly.sunday", equalTo(List.of()))
                .body("holidays.date", equalTo(List.of("2026-12-24", "2026-12-25")))
                .body("holidays.from", equalTo(Arrays.asList("12:00", null)))
                .body("builtIn", equalTo(false))
                .body("version", equalTo(1))
                .body("changedBy", equalTo("lead"))
                .extract()
                .header("Location");

        desk.vera().get(location).then().statusCode(200).header("ETag", "\"1\"").body("name", equalTo("Office"));
        desk.lea()
                .body("{\"weekly\": {\"monday\": null, \"sunday\": [{\"from\": \"22:00\", \"to\": \"06:00\"}]}}")
                .patch(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("weekly.monday", equalTo(List.of()))
                .body("weekly.tuesday", equalTo(List.of(Map.of("from", "09:00", "to", "17:00"))))
                .body("weekly.sunday", equalTo(List.of(Map.of("from", "22:00", "to", "06:00"))))
                .body("holidays.name", equalTo(List.of("Christmas Eve", "Christmas")));
        desk.lea().delete(location).then().statusCode(204);
        desk.vera().get(location).then().statusCode(404);
        desk.lea().delete(location).then().statusCode(404);
    }

    @Test
    void each_change_is_told_with_the_calendar_before_and_after() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String id = desk.office();
            desk.lea()
                    .body("{\"name\": \"Bureau\"}")
                    .patch(CALENDARS + "/" + id)
                    .then()
                    .statusCode(200);
            desk.lea()
                    .body("{\"name\": \"Bureau\"}")
                    .patch(CALENDARS + "/" + id)
                    .then()
                    .header("ETag", "\"2\"");
            desk.lea().delete(CALENDARS + "/" + id).then().statusCode(204);

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
            assertEquals("calendar", told.getFirst().kind());
            assertNull(told.getFirst().before());
            Map<String, Object> made = Objects.requireNonNull(told.getFirst().after());
            assertEquals("Office", made.get("name"));
            assertEquals("Europe/Berlin", made.get("timeZone"));
            assertEquals(
                    List.of(Map.of("from", "09:00", "to", "17:00")),
                    part(made, "weekly", Map.class).get("friday"));
            assertEquals(
                    Map.of("date", "2026-12-25", "name", "Christmas"),
                    part(made, "holidays", List.class).get(1));
            assertEquals(made, told.get(1).before());
            assertEquals("Bureau", Objects.requireNonNull(told.get(1).after()).get("name"));
            assertEquals(told.get(1).after(), told.getLast().before());
            assertNull(told.getLast().after());
        }
    }

    @Test
    void every_version_is_kept_newest_first() {
        String id = desk.office();
        for (String name : List.of("B", "C", "D")) {
            desk.lea()
                    .body("{\"name\": \"" + name + "\"}")
                    .patch(CALENDARS + "/" + id)
                    .then()
                    .statusCode(200);
        }

        String next = desk.vera()
                .get(CALENDARS + "/" + id + "/versions?limit=3")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(4, 3, 2)))
                .body("items.name", equalTo(List.of("D", "C", "B")))
                .extract()
                .path("nextCursor");
        desk.vera()
                .get(CALENDARS + "/" + id + "/versions?limit=3&cursor=" + next)
                .then()
                .body("items.name", equalTo(List.of("Office")))
                .body("nextCursor", nullValue());
    }

    @Test
    void the_list_begins_with_the_calendar_that_is_always_open_and_goes_on_page_by_page() {
        String builtIn = Policy.alwaysOpenId(desk.workspace).toString();
        List<String> made = Stream.of("A", "B", "C")
                .map(name -> desk.make("{\"name\": \"" + name + "\", \"alwaysOpen\": true}"))
                .toList();

        String second = desk.vera()
                .get(CALENDARS + "?limit=2")
                .then()
                .body("items.id", equalTo(List.of(builtIn, made.get(0))))
                .extract()
                .path("nextCursor");
        desk.vera()
                .get(CALENDARS + "?limit=2&cursor=" + second)
                .then()
                .body("items.id", equalTo(List.of(made.get(1), made.get(2))))
                .body("nextCursor", nullValue());
        String first = desk.vera().get(CALENDARS + "?limit=1").then().extract().path("nextCursor");
        desk.vera().get(CALENDARS + "?limit=1&cursor=" + first).then().body("items.id", equalTo(List.of(made.get(0))));
    }

    @Test
    void a_calendar_may_become_always_open_and_business_hours_again() {
        String path = CALENDARS + "/" + desk.office();
        desk.lea()
                .body("{\"alwaysOpen\": true}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("alwaysOpen", equalTo(true))
                .body("timeZone", nullValue())
                .body("holidays", equalTo(List.of()));
        desk.lea()
                .body("{\"alwaysOpen\": false}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/timeZone", "/weekly")));
        desk.lea()
                .body(
                        "{\"alwaysOpen\": false, \"timeZone\": \"UTC\", \"weekly\": {\"monday\": [{\"from\": \"00:00\", \"to\": \"24:00\"}]}}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void changes_at_the_same_time_each_get_a_version() throws InterruptedException, ExecutionException {
        String path = CALENDARS + "/" + desk.office();
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> changes = Stream.iterate(0, i -> i + 1)
                    .limit(16)
                    .<Callable<Integer>>map(i -> () -> desk.lea()
                            .body("{\"name\": \"Office " + i + "\"}")
                            .patch(path)
                            .statusCode())
                    .toList();
            for (Future<Integer> change : several.invokeAll(changes)) {
                assertEquals(200, change.get());
            }
        }
        desk.vera()
                .get(path + "/versions")
                .then()
                .body(
                        "items.version",
                        equalTo(Stream.iterate(17, version -> version - 1)
                                .limit(17)
                                .toList()));
    }

    @Test
    void a_thousand_holidays_with_long_names_are_told() {
        String holidays = Stream.iterate(LocalDate.of(2026, 1, 1), date -> date.plusDays(1))
                .limit(1_000)
                .map(date -> "{\"date\": \"" + date + "\", \"from\": \"00:00\", \"to\": \"23:00\", \"name\": \""
                        + "x".repeat(40) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String id = desk.make(OFFICE.replaceFirst("\"holidays\": \\[[^]]*]", "\"holidays\": " + holidays));
            desk.lea()
                    .body("{\"name\": \"B\"}")
                    .patch(CALENDARS + "/" + id)
                    .then()
                    .statusCode(200);
            watch.await(
                    2,
                    event -> event.data() instanceof WorkspaceEvent.SettingChanged changed
                            && changed.settingId().equals(id));
        }
    }

    private static <T> T part(Map<String, Object> told, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(told.get(name)));
    }
}
