package io.omniflow.sla.calendar.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holidays of one calendar that may come from several places and yet must not overlap. */
public final class Holidays {
    private final Map<LocalDate, List<Holiday>> byDate = new TreeMap<>();

    /** What is there already stays as it is: of another one only that is added which nothing covers yet. */
    public void add(Holiday holiday) {
        List<Holiday> there = byDate.computeIfAbsent(holiday.date(), _ -> new ArrayList<>());
        List<Holiday> left = List.of(holiday);
        for (Holiday other : there) {
            left = left.stream().flatMap(part -> without(part, other).stream()).toList();
        }
        there.addAll(left);
    }

    /** In the order of time. */
    public List<Holiday> all() {
        return byDate.values().stream()
                .flatMap(day -> day.stream().sorted(Comparator.comparing(Holiday::from)))
                .toList();
    }

    private static List<Holiday> without(Holiday part, Holiday other) {
        if (!part.overlaps(other)) {
            return List.of(part);
        }
        List<Holiday> left = new ArrayList<>();
        if (part.from().compareTo(other.from()) < 0) {
            left.add(new Holiday(part.date(), part.name(), part.from(), other.from()));
        }
        if (other.to().compareTo(part.to()) < 0) {
            left.add(new Holiday(part.date(), part.name(), other.to(), part.to()));
        }
        return left;
    }
}
