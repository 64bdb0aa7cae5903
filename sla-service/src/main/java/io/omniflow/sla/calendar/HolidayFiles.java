package io.omniflow.sla.calendar;

import io.omniflow.sla.calendar.domain.Occasion;
import java.time.Year;
import java.util.List;

/** Files in which other programs keep holidays. */
public interface HolidayFiles {
    /** How many years what comes back every year is taken for. */
    int YEARS = 10;

    /**
     * Reading takes a while: not for an event loop. Fails with 400 for what is no such file, with 422 for one that holds too
     * much or what cannot be taken.
     *
     * @param since the first year in which what comes back is wanted
     */
    List<Occasion> read(String text, Year since);
}
