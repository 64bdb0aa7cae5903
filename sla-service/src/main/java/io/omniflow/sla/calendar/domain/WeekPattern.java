package io.omniflow.sla.calendar.domain;

import java.util.Arrays;
import java.util.List;

/**
 * The open time of one week, or of each of many that are alike. Everything in real seconds since the week began.
 */
final class WeekPattern {
    private final int[] opens;
    private final int[] closes;
    /** Open seconds of the week before each interval, and of the whole week at the end. */
    private final int[] before;

    private final int seconds;

    /**
     * @param borders opening, closing, opening, closing …, ascending; no two alike
     * @param seconds the length of the week, which is another one when the clocks change
     */
    WeekPattern(List<Integer> borders, int seconds) {
        int intervals = borders.size() / 2;
        this.opens = new int[intervals];
        this.closes = new int[intervals];
        this.before = new int[intervals + 1];
        this.seconds = seconds;
        for (int i = 0; i < intervals; i++) {
            opens[i] = borders.get(2 * i);
            closes[i] = borders.get(2 * i + 1);
            before[i + 1] = before[i] + closes[i] - opens[i];
        }
    }

    int seconds() {
        return seconds;
    }

    /** Of the whole week. */
    int openSeconds() {
        return before[before.length - 1];
    }

    int intervals() {
        return opens.length;
    }

    int opens(int interval) {
        return opens[interval];
    }

    int closes(int interval) {
        return closes[interval];
    }

    /** The open seconds of the week that lie before the second {@code at}. */
    int openUntil(int at) {
        int interval = lastNotAbove(opens, opens.length, at);
        if (interval < 0) {
            return 0;
        }
        return at < closes[interval] ? before[interval] + at - opens[interval] : before[interval + 1];
    }

    /** Whether the second that begins at {@code at} is open. */
    boolean isOpen(int at) {
        int interval = lastNotAbove(opens, opens.length, at);
        return interval >= 0 && at < closes[interval];
    }

    /**
     * When an open second of the week begins.
     *
     * @param open its number, from 0 to below {@link #openSeconds()}
     */
    int whenOpen(int open) {
        int interval = lastNotAbove(before, opens.length, open);
        return opens[interval] + open - before[interval];
    }

    private static int lastNotAbove(int[] ascending, int length, int value) {
        int found = Arrays.binarySearch(ascending, 0, length, value);
        return found >= 0 ? found : -found - 2;
    }
}
