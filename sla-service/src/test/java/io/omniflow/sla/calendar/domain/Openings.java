package io.omniflow.sla.calendar.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Calendars written shortly, and random ones. */
final class Openings {
    static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Europe/Dublin",
            "America/New_York",
            "America/Havana",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Chatham",
            "Pacific/Kwajalein",
            "Asia/Kathmandu",
            "Asia/Tehran",
            "Asia/Gaza",
            "Africa/Casablanca",
            "Africa/Cairo",
            "Antarctica/Troll",
            "America/Scoresbysund");

    private Openings() {}

    /** @param hours as {@code MONDAY 09:00-12:00 13:00-17:00} */
    static Opening.Weekly weekly(String zone, String... hours) {
        return weekly(zone, List.of(), hours);
    }

    static Opening.Weekly weekly(String zone, List<Holiday> holidays, String... hours) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (String day : hours) {
            String[] parts = day.split(" ");
            days.put(
                    DayOfWeek.valueOf(parts[0]),
                    Arrays.stream(parts).skip(1).map(Openings::hours).toList());
        }
        return new Opening.Weekly(ZoneId.of(zone), days, holidays);
    }

    static Opening.Weekly office(Holiday... holidays) {
        return everyDay("Europe/Berlin", "09:00-17:00", 5, holidays);
    }

    static Opening.Weekly everyDay(String zone, String hours, int days, Holiday... holidays) {
        return weekly(
                zone,
                List.of(holidays),
                Arrays.stream(DayOfWeek.values())
                        .limit(days)
                        .map(day -> day + " " + hours)
                        .toArray(String[]::new));
    }

    static Holiday part(String date, String from, String to) {
        return new Holiday(LocalDate.parse(date), "Part", time(from), time(to));
    }

    static Holiday whole(String date) {
        return Holiday.wholeDay(LocalDate.parse(date), "Holiday");
    }

    private static Hours hours(String text) {
        String[] ends = text.split("-");
        return new Hours(time(ends[0]), time(ends[1]));
    }

    static DayTime time(String text) {
        return DayTime.parse(text).orElseThrow();
    }

    /** An instant to look at, more often than not near a change of the clocks, and a calendar with holidays about. */
    record Sample(Opening.Weekly opening, Instant around) {}

    static Arbitrary<Sample> samples() {
        return Arbitraries.of(ZONES).map(ZoneId::of).flatMap(zone -> arounds(zone)
                .flatMap(around -> openings(zone, around).map(opening -> new Sample(opening, around))));
    }

    private static Arbitrary<Instant> arounds(ZoneId zone) {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(
                        Instant.parse("1975-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2190-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
        Arbitrary<Integer> offDays = Arbitraries.integers().between(-3, 3);
        Arbitrary<Instant> nearChange = Combinators.combine(
                        any, offDays, Arbitraries.longs().between(0, 86_400_000))
                .as((start, days, millis) -> Optional.ofNullable(zone.getRules().nextTransition(start))
                        .map(ZoneOffsetTransition::getInstant)
                        .filter(change -> change.isBefore(Instant.parse("2195-01-01T00:00:00Z")))
                        .orElse(start)
                        .plusSeconds(days * 86_400L)
                        .plusMillis(millis));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, any), net.jqwik.api.Tuple.of(3, nearChange));
    }

    private static Arbitrary<Opening.Weekly> openings(ZoneId zone, Instant around) {
        LocalDate day = LocalDateTime.ofInstant(around, ZoneOffset.UTC).toLocalDate();
        Arbitrary<Hours> hours = Combinators.combine(
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(1, 95))
                .as((from, lasts) -> new Hours(new DayTime(from * 15), new DayTime((from + lasts) * 15 % 1_440)))
                .filter(each -> !each.from().equals(each.to()));
        Arbitrary<Opening.Weekly> weekly = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).list().ofMinSize(1).ofMaxSize(12),
                        hours.list().ofSize(12))
                .as((days, several) -> {
                    Occupied occupied = new Occupied();
                    Map<DayOfWeek, List<Hours>> own = new EnumMap<>(DayOfWeek.class);
                    for (int i = 0; i < days.size(); i++) {
                        if (occupied.take(days.get(i), several.get(i))) {
                            own.computeIfAbsent(days.get(i), _ -> new ArrayList<>())
                                    .add(several.get(i));
                        }
                    }
                    return new Opening.Weekly(zone, own, List.of());
                });
        Arbitrary<Holiday> holiday = Combinators.combine(
                        Arbitraries.integers().between(-4, 12),
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(1, 96))
                .as((off, one, other) -> new Holiday(
                        day.plusDays(off),
                        "Holiday",
                        new DayTime(Math.min(one, other - 1) * 15),
                        new DayTime(Math.max(one + 1, other) * 15)));
        return Combinators.combine(weekly, holiday.list().ofMaxSize(5)).as((opening, holidays) -> {
            List<Holiday> apart = new ArrayList<>();
            for (Holiday each : holidays) {
                if (apart.stream().noneMatch(each::overlaps)) {
                    apart.add(each);
                }
            }
            return new Opening.Weekly(zone, opening.hours(), apart);
        });
    }
}
