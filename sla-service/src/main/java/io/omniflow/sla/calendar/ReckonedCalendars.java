package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Calendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calendars ready to reckon with. Laying one out takes some milliseconds and tens of kilobytes, so the last used are kept; a
 * version never changes, so what is kept is never stale.
 */
@ApplicationScoped
public class ReckonedCalendars {
    private static final int MOST = 500;

    private final Map<CalendarVersion, Calendar> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CalendarVersion, Calendar> eldest) {
            return size() > MOST;
        }
    };

    public Calendar of(WorkspaceId workspace, KeptCalendar calendar) {
        CalendarVersion version = new CalendarVersion(workspace, calendar.id(), calendar.version());
        synchronized (kept) {
            Calendar known = kept.get(version);
            if (known != null) {
                return known;
            }
        }
        Calendar made = calendar.definition().opening().calendar();
        synchronized (kept) {
            kept.put(version, made);
        }
        return made;
    }
}
