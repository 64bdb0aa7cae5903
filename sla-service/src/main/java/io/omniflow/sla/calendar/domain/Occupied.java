package io.omniflow.sla.calendar.domain;

import java.time.DayOfWeek;
import java.util.BitSet;

/** The minutes of a week that are taken; Sunday's night shift takes some of Monday. */
final class Occupied {
    private static final int WEEK = 7 * DayTime.END.minute();

    private final BitSet minutes = new BitSet(WEEK);

    /** False, and nothing is taken, when some of them are taken already. */
    boolean take(DayOfWeek day, Hours hours) {
        int midnight = (day.getValue() - 1) * DayTime.END.minute();
        BitSet wanted = new BitSet(WEEK);
        int to = midnight + hours.endMinute();
        wanted.set(midnight + hours.from().minute(), Math.min(to, WEEK));
        wanted.set(0, Math.max(0, to - WEEK));
        if (minutes.intersects(wanted)) {
            return false;
        }
        minutes.or(wanted);
        return true;
    }
}
