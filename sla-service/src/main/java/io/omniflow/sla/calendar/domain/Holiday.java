package io.omniflow.sla.calendar.domain;

import java.time.LocalDate;

/** A day, or one part of it, on which nothing is open, also not what began the day before. */
public record Holiday(LocalDate date, String name, DayTime from, DayTime to) {
    public static final int LONGEST_NAME = 100;
    /** Dates from here to {@link #LAST} may be holidays. */
    public static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    public static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    public static Holiday wholeDay(LocalDate date, String name) {
        return new Holiday(date, name, DayTime.START, DayTime.END);
    }

    boolean isWholeDay() {
        return from.equals(DayTime.START) && to.equals(DayTime.END);
    }

    public boolean overlaps(Holiday other) {
        return date.equals(other.date) && from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }
}
