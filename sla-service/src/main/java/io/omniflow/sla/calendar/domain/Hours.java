package io.omniflow.sla.calendar.domain;

/** Open from one wall time to another; to the next day's where that is not later. The two are never the same. */
public record Hours(DayTime from, DayTime to) {

    /** The end in minutes since the midnight with which the day of the beginning starts; above 1440 on the next day. */
    int endMinute() {
        return to.minute() > from.minute() ? to.minute() : to.minute() + DayTime.END.minute();
    }
}
