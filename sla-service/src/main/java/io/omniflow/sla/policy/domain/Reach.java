package io.omniflow.sla.policy.domain;

import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the targets of a policy can come due by its calendar at all. */
public final class Reach {
    /** A calendar that stays closed for so long is a mistake, as where holidays cover every week. */
    private static final Duration LONGEST_CLOSED = Duration.ofDays(4 * 366);

    private static final Duration LATEST = Duration.ofDays(100 * 366);

    private final Calendar calendar;
    private final Instant now;
    private final List<Complaint> complaints = new ArrayList<>();

    private Reach(Calendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    /** What is out of reach for a ticket that comes now; empty when nothing is. */
    public static List<Complaint> complaints(Definition definition, Calendar calendar, Instant now) {
        if (calendar.open(now, now.plus(LONGEST_CLOSED)).isZero()) {
            return List.of(new Complaint("/calendarId", "is not open at any time in the next four years"));
        }
        Reach reach = new Reach(calendar, now);
        definition.targets().forEach((priority, targets) -> {
            String pointer = "/targets/" + priority.name().toLowerCase(Locale.ROOT);
            reach.check(pointer + "/firstResponse", targets.firstResponse());
            reach.check(pointer + "/nextResponse", targets.nextResponse());
            reach.check(pointer + "/resolution", targets.resolution());
        });
        definition
                .ceilings()
                .forEach((status, most) ->
                        reach.check("/statusCeilings/" + status.name().toLowerCase(Locale.ROOT), most));
        return reach.complaints;
    }

    private void check(String pointer, @Nullable Duration target) {
        if (target != null && calendar.after(now, target).isAfter(now.plus(LATEST))) {
            complaints.add(new Complaint(pointer, "is not reached within a hundred years of the calendar's hours"));
        }
    }
}
