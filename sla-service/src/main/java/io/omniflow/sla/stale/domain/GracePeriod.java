package io.omniflow.sla.stale.domain;

import io.omniflow.sla.clock.domain.Calendar;
import java.time.Duration;
import java.time.Instant;

/** How long people have to do something about a ticket after they were pinged. */
public sealed interface GracePeriod {

    Instant end(Instant from, Calendar calendar);

    /** Days on which the ticket's calendar is open. */
    record WorkingDays(int days) implements GracePeriod {
        @Override
        public Instant end(Instant from, Calendar calendar) {
            return calendar.afterWorkingDays(from, days);
        }
    }

    /** Just time. */
    record Time(Duration time) implements GracePeriod {
        @Override
        public Instant end(Instant from, Calendar calendar) {
            return from.plus(time);
        }
    }
}
