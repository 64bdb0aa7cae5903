package io.omniflow.sla.calendar;

import static io.omniflow.sla.calendar.CalendarDesk.CALENDARS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holidays out of iCalendar files. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class HolidayFilesIT {
    private final CalendarDesk desk = new CalendarDesk();

    @Test
    void whole_days_take_the_place_of_the_holidays_there_were() {
        String id = desk.office();
        put(
                        id,
                        event("DTSTART;VALUE=DATE:20270101", "SUMMARY:New Year's Day"),
                        event(
                                "DTSTART;VALUE=DATE:20271224",
                                "DTEND;VALUE=DATE:20271227",
                                "SUMMARY:Christmas\\, three days"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("holidays.date", equalTo(List.of("2027-01-01", "2027-12-24", "2027-12-25", "2027-12-26")))
                .body("holidays[0].name", equalTo("New Year's Day"))
                .body("holidays[1].name", equalTo("Christmas, three days"))
                .body("holidays.from", equalTo(Arrays.asList(null, null, null, null)));
    }

    @Test
    void added_holidays_leave_those_there_were_and_the_same_file_again_changes_nothing() {
        String id = desk.office();
        String[] file = {
            event("DTSTART;VALUE=DATE:20261224", "SUMMARY:Eve"),
            event("DTSTART;VALUE=DATE:20261226", "SUMMARY:Boxing Day")
        };
        for (int i = 0; i < 2; i++) {
            post(id, file)
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("holidays.name", equalTo(List.of("Eve", "Christmas Eve", "Christmas", "Boxing Day")))
                    .body("holidays.from", equalTo(Arrays.asList("00:00", "12:00", null, null)))
                    .body("holidays.to", equalTo(Arrays.asList("12:00", "24:00", null, null)));
        }
    }

    @Test
    void times_of_a_zone_of_utc_and_of_no_zone_become_those_of_the_calendar() {
        put(
                        desk.office(),
                        event(
                                "DTSTART;TZID=America/New_York:20261231T180000",
                                "DTEND;TZID=America/New_York:20261231T200000"),
                        event("DTSTART:20270203T120000Z", "DTEND:20270203T133030Z", "SUMMARY:All hands"),
                        event("DTSTART:20270204T140000", "DURATION:PT2H"),
                        event("DTSTART:20270205T220000", "DTEND:20270206T030000", "SUMMARY:Night"))
                .statusCode(200)
                .body(
                        "holidays.date",
                        equalTo(List.of("2027-01-01", "2027-02-03", "2027-02-04", "2027-02-05", "2027-02-06")))
                .body("holidays.from", equalTo(List.of("00:00", "13:00", "14:00", "22:00", "00:00")))
                .body("holidays.to", equalTo(List.of("02:00", "14:31", "16:00", "24:00", "03:00")))
                .body("holidays.name", equalTo(List.of("Holiday", "All hands", "Holiday", "Night", "Night")));
    }

    @Test
    void what_comes_back_every_year_is_taken_for_ten_years() {
        int year = Year.now(ZoneOffset.UTC).getValue();
        put(
                        desk.office(),
                        event("DTSTART;VALUE=DATE:20001003", "RRULE:FREQ=YEARLY", "SUMMARY:Unity"),
                        event(
                                "DTSTART;VALUE=DATE:20001123",
                                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
                                "SUMMARY:Thanks"),
                        event("DTSTART;VALUE=DATE:19990501", "RRULE:FREQ=YEARLY;UNTIL=20050501", "SUMMARY:Over"))
                .statusCode(200)
                .body("holidays", hasSize(20))
                .body("holidays.date", hasItem(year + "-10-03"))
                .body("holidays.date", hasItem(year + 9 + "-10-03"))
                .body("holidays.findAll { it.name == 'Unity' }", hasSize(10));
    }

    @Test
    void cancelled_events_and_todos_are_no_holidays_and_the_same_day_counts_once() {
        put(
                        desk.office(),
                        event("DTSTART;VALUE=DATE:20270101", "SUMMARY:A", "STATUS:CANCELLED"),
                        event("SUMMARY:without a beginning"),
                        "BEGIN:VTODO\r\nUID:1\r\nDTSTART;VALUE=DATE:20270102\r\nEND:VTODO\r\n",
                        event("DTSTART;VALUE=DATE:20270103", "SUMMARY:B", "TRANSP:TRANSPARENT"),
                        event("DTSTART;VALUE=DATE:20270103", "SUMMARY:B in Bavaria"))
                .statusCode(200)
                .body("holidays.name", equalTo(List.of("B")));
    }

    @Test
    void a_file_that_cannot_be_taken_is_refused_and_changes_nothing() {
        String id = desk.office();
        lead().body("no calendar at all").put(path(id)).then().statusCode(400);
        lead().body("").put(path(id)).then().statusCode(400);
        lead().body(file(event("DTSTART;VALUE=DATE:20270101", "SUMMARY:\0")))
                .put(path(id))
                .then()
                .statusCode(400);
        put(id, event("DTSTART;VALUE=DATE:20270101", "RRULE:FREQ=WEEKLY"))
                .statusCode(422)
                .body("errors[0].detail", containsString("YEARLY"));
        put(id, event("DTSTART:20270101T000000Z", "DTEND:20270101T000100Z", "RRULE:FREQ=SECONDLY"))
                .statusCode(422);
        put(id, event("DTSTART;VALUE=DATE:19800101", "DTEND;VALUE=DATE:19900101"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/holidays"));
        put(
                        id,
                        IntStream.range(0, 5_001)
                                .mapToObj(i -> event("DTSTART;VALUE=DATE:20270101"))
                                .toArray(String[]::new))
                .statusCode(422);
        lead().body("x".repeat(1_100_000)).put(path(id)).then().statusCode(413);
        desk.vera().get(CALENDARS + "/" + id).then().body("version", equalTo(1)).body("holidays", hasSize(2));
    }

    @Test
    void five_thousand_events_are_taken() {
        put(
                        desk.office(),
                        IntStream.range(0, 5_000)
                                .mapToObj(
                                        i -> event("DTSTART;VALUE=DATE:2027010" + (1 + i % 9), "SUMMARY:Day " + i % 9))
                                .toArray(String[]::new))
                .statusCode(200)
                .body("holidays", hasSize(9));
    }

    @Test
    void a_calendar_without_hours_takes_no_holidays() {
        String always = desk.make("{\"name\": \"A\", \"alwaysOpen\": true}");
        String day = event("DTSTART;VALUE=DATE:20270101");
        put(always, day).statusCode(422).body("errors[0].pointer", equalTo("/holidays"));
        put(Policy.alwaysOpenId(desk.workspace).toString(), day).statusCode(409);
        put(UUID.randomUUID().toString(), day).statusCode(404);
        put(new CalendarDesk().office(), day).statusCode(404);
    }

    @Test
    void only_leads_write_and_a_stale_version_changes_nothing() {
        String id = desk.office();
        String file = file(event("DTSTART;VALUE=DATE:20270101"));
        desk.someone("agent")
                .contentType("text/calendar")
                .body(file)
                .put(path(id))
                .then()
                .statusCode(403);
        desk.someone("agent")
                .contentType("text/calendar")
                .body(file)
                .post(path(id))
                .then()
                .statusCode(403);
        lead().header("If-Match", "\"7\"").body(file).post(path(id)).then().statusCode(412);
    }

    private ValidatableResponse put(String id, String... events) {
        return lead().body(file(events)).put(path(id)).then();
    }

    private ValidatableResponse post(String id, String... events) {
        return lead().body(file(events)).post(path(id)).then();
    }

    private RequestSpecification lead() {
        return desk.lea().contentType("text/calendar; charset=UTF-8");
    }

    private static String path(String id) {
        return CALENDARS + "/" + id + "/holidays";
    }

    private static String file(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return Stream.of(
                        Stream.of("BEGIN:VEVENT", "UID:" + UUID.randomUUID(), "DTSTAMP:20261101T000000Z"),
                        Arrays.stream(lines),
                        Stream.of("END:VEVENT"))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
