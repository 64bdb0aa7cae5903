package io.omniflow.sla.calendar.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.sla.calendar.domain.Occasion;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ICalendarFilesTest {
    private static final String DAY = "DTSTART;VALUE=DATE:20270101";
    private static final String YEARLY = "RRULE:FREQ=YEARLY";
    private static final String SIXTY =
            IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(","));

    private final ICalendarFiles files = new ICalendarFiles();

    /** From 2026 on, for a calendar in Berlin. */
    @TestFactory
    Stream<DynamicTest> what_a_file_says() {
        return Stream.of(
                says("a day", List.of("2027-01-01 00:00-24:00 Holiday"), event(DAY)),
                says(
                        "a name",
                        List.of("2027-01-01 00:00-24:00 New Year, all day"),
                        event(DAY, "SUMMARY:New Year\\, all day")),
                says(
                        "three days by their end",
                        days("2027-01-01", "2027-01-02", "2027-01-03"),
                        event(DAY, "DTEND;VALUE=DATE:20270104")),
                says("two days by their duration", days("2027-01-01", "2027-01-02"), event(DAY, "DURATION:P2D")),
                says(
                        "days over the clocks going forward",
                        days("2027-03-28", "2027-03-29"),
                        event("DTSTART;VALUE=DATE:20270328", "DTEND;VALUE=DATE:20270330")),
                says("an end before the beginning", days("2027-01-01"), event(DAY, "DTEND;VALUE=DATE:20261231")),
                says(
                        "a time of a zone",
                        List.of("2027-01-01 00:00-02:00 Holiday"),
                        event(
                                "DTSTART;TZID=America/New_York:20261231T180000",
                                "DTEND;TZID=America/New_York:20261231T200000")),
                says(
                        "a time of UTC",
                        List.of("2027-07-01 14:00-15:31 Holiday"),
                        event("DTSTART:20270701T120000Z", "DTEND:20270701T133001Z")),
                says(
                        "a time of no zone",
                        List.of("2027-07-01 12:00-14:00 Holiday"),
                        event("DTSTART:20270701T120000", "DURATION:PT2H")),
                says("a time that lasts none", List.of(), event("DTSTART:20270701T120000")),
                says("leap days", days("2028-02-29", "2032-02-29"), event("DTSTART;VALUE=DATE:20240229", YEARLY)),
                says(
                        "a fourth Thursday",
                        days("2026-11-26", "2027-11-25"),
                        event("DTSTART;VALUE=DATE:20001123", YEARLY + ";UNTIL=20281101;BYMONTH=11;BYDAY=4TH")),
                says(
                        "three times, one of them past",
                        days("2026-01-01", "2027-01-01"),
                        event("DTSTART;VALUE=DATE:20250101", YEARLY + ";COUNT=3")),
                says(
                        "but not that year",
                        days("2026-01-01"),
                        event("DTSTART;VALUE=DATE:20250101", YEARLY + ";COUNT=3", "EXDATE;VALUE=DATE:20270101")),
                says("some dates", days("2027-01-01", "2027-04-01"), event(DAY, "RDATE;VALUE=DATE:20270401")),
                says(
                        "a yearly time keeps to the wall of its zone",
                        List.of("2026-07-01 18:00-19:00 Holiday"),
                        event("DTSTART;TZID=America/New_York:20250701T120000", "DURATION:PT1H", YEARLY + ";COUNT=2")),
                says("cancelled", List.of(), event(DAY, "STATUS:CANCELLED")),
                says("no beginning", List.of(), event("SUMMARY:Nothing")),
                says(
                        "an alarm within",
                        days("2027-01-01"),
                        event(DAY, "BEGIN:VALARM", "DTSTART;VALUE=DATE:20300101", "END:VALARM")),
                says("a todo", List.of(), "BEGIN:VTODO\r\n" + DAY + "\r\nEND:VTODO\r\n"),
                says(
                        "folded lines",
                        List.of("2027-01-01 00:00-24:00 A long name"),
                        event("DTSTART;VALUE=DATE:2027\r\n 0101", "SUMMARY:A lo\r\n\tng name")),
                says(
                        "a long name",
                        List.of("2027-01-01 00:00-24:00 " + "x".repeat(100)),
                        event(DAY, "SUMMARY:" + "x".repeat(900_000))),
                says(
                        "a long name that ends within a character",
                        List.of("2027-01-01 00:00-24:00 " + "x".repeat(99)),
                        event(DAY, "SUMMARY:" + "x".repeat(99) + "😀")),
                says(
                        "a name of two lines",
                        List.of("2027-01-01 00:00-24:00 New Year"),
                        event(DAY, "SUMMARY:New\\nYear")),
                says("an event that is cut off", days("2027-01-01"), "BEGIN:VEVENT\r\n" + DAY + "\r\n"));
    }

    @Test
    void a_yearly_day_is_taken_for_ten_years() {
        List<String> found = read(file(event("DTSTART;VALUE=DATE:20001003", YEARLY)));
        assertEquals(10, found.size());
        assertEquals("2026-10-03 00:00-24:00 Holiday", found.getFirst());
        assertEquals("2035-10-03 00:00-24:00 Holiday", found.getLast());
    }

    @Test
    void line_ends_letters_and_a_mark_of_the_encoding_do_not_matter() {
        String file = "\uFEFFbegin:vcalendar\nBegin:vEvent\ndtstart;value=date:20270101\nEnd:vEvent\nend:vcalendar\n";
        assertEquals(days("2027-01-01"), read(file));
    }

    @Test
    void rules_of_the_file_s_own_zones_are_never_reckoned() {
        String zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\n"
                + "RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0600\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
        String event = event("DTSTART;TZID=Europe/Berlin:20270101T120000", "DURATION:PT1H");
        assertEquals(List.of("2027-01-01 12:00-13:00 Holiday"), read(file(zone, event)));
        assertEquals(
                List.of("2027-01-01 12:00-13:00 Holiday"),
                read(file(zone.replace("VTIMEZONE", "VTIME\r\n ZONE"), event)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused() {
        return Stream.of(
                refused(400, "no file", "Merry Christmas"),
                refused(400, "an empty file", ""),
                refused(400, "an event alone", event(DAY)),
                refused(400, "a NUL character", file(event(DAY, "SUMMARY:\0"))),
                refused(422, "every week", file(event(DAY, "RRULE:FREQ=WEEKLY"))),
                refused(422, "every second", file(event("DTSTART:20270101T000000Z", "RRULE:FREQ=SECONDLY"))),
                refused(422, "an unknown rule", file(event(DAY, "RRULE:FREQ=OFTEN"))),
                refused(422, "no rule at all", file(event(DAY, "RRULE:sometimes"))),
                refused(422, "the second of two rules", file(event(DAY, YEARLY, "RRULE:FREQ=DAILY"))),
                refused(
                        422,
                        "every second of a year",
                        file(event(
                                "DTSTART:00010101T000000Z",
                                YEARLY + ";COUNT=1000;BYDAY=MO;BYHOUR=1;BYMINUTE=" + SIXTY + ";BYSECOND=" + SIXTY))),
                refused(422, "too many times", file(event(DAY, YEARLY + ";COUNT=1001"))),
                refused(422, "since ages", file(event("DTSTART;VALUE=DATE:18991231", YEARLY))),
                refused(422, "the 30th of February", file(event("DTSTART;VALUE=DATE:20270230"))),
                refused(422, "a day of words", file(event("DTSTART:tomorrow"))),
                refused(422, "an end of words", file(event(DAY, "DTEND:tomorrow"))),
                refused(422, "the 25th hour", file(event("DTSTART:20270101T250000Z"))),
                refused(422, "the year 0", file(event("DTSTART;VALUE=DATE:00000101"))),
                refused(422, "an unknown zone", file(event("DTSTART;TZID=Nowhere:20270101T120000"))),
                refused(422, "an unknown zone in quotes", file(event("DTSTART;TZID=\"Nowhere\":20270101T120000"))),
                refused(422, "5,001 events", file(copies(5_001, event(DAY)))),
                refused(422, "1,001 yearly events", file(copies(1_001, event(DAY, YEARLY)))),
                refused(
                        422,
                        "every day of every year, many times",
                        file(copies(20, event(DAY, YEARLY + ";BYDAY=MO,TU,WE,TH,FR,SA,SU")))));
    }

    private DynamicTest says(String what, List<String> expected, String... parts) {
        return DynamicTest.dynamicTest(what, () -> assertEquals(expected, read(file(parts))));
    }

    private DynamicTest refused(int status, String what, String file) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertEquals(
                        status,
                        assertThrows(HttpProblem.class, () -> files.read(file, Year.of(2026)))
                                .getStatusCode()));
    }

    private List<String> read(String file) {
        List<Occasion> occasions = files.read(file, Year.of(2026));
        return occasions.stream()
                .flatMap(occasion -> occasion.holidays(ZoneId.of("Europe/Berlin")))
                .map(day -> day.date() + " " + day.from() + "-" + day.to() + " " + day.name())
                .toList();
    }

    private static List<String> days(String... dates) {
        return Stream.of(dates)
                .map(LocalDate::parse)
                .map(date -> date + " 00:00-24:00 Holiday")
                .toList();
    }

    private static String[] copies(int count, String event) {
        return Collections.nCopies(count, event).toArray(String[]::new);
    }

    private static String file(String... parts) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", parts) + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }
}
