package io.omniflow.sla.calendar;

import static io.omniflow.sla.calendar.CalendarDesk.CALENDARS;
import static io.omniflow.sla.calendar.CalendarDesk.OFFICE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void a_calendar_that_a_policy_goes_by_stays() {
        String id = desk.office();
        UUID policy = UUID.randomUUID();
        keepPolicy(policy, 1, id);

        desk.lea()
                .delete(CALENDARS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", containsString("calendar-in-use"))
                .body("detail", containsString("Gold"));
        keepPolicy(policy, 2, desk.office());
        desk.lea().delete(CALENDARS + "/" + id).then().statusCode(204);
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

    private void keepPolicy(UUID policy, int version, String calendar) {
        try (Connection database = Databases.owner();
                PreparedStatement insert = database.prepareStatement(
                        "insert into policy (workspace_id, policy_id, version, name, definition) values (?, ?, ?, 'Gold', ?::jsonb)")) {
            insert.setObject(1, desk.workspace);
            insert.setObject(2, policy);
            insert.setInt(3, version);
            insert.setString(4, "{\"calendarId\": \"" + calendar + "\", \"targets\": {}, \"warnAtPercent\": []}");
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
