package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whoever goes by calendars and has to know when they change. */
public interface CalendarUsers {

    /**
     * Keeps every other change of the workspace's calendars, and of who goes by them, away until the transaction ends. Taken
     * before the lock of a calendar.
     */
    Uni<Held> hold(SqlConnection transaction, WorkspaceId workspace);

    /** Who goes by which calendar, for as long as the transaction lasts. */
    interface Held {
        /** The names of those that go by the calendar. */
        List<String> goingBy(UUID calendarId);

        /**
         * They go by that version for what begins from now on. Fails with 409 when one of them cannot.
         *
         * @param calendar its next version, which is not committed yet
         */
        Uni<Void> follow(KeptCalendar calendar, Instant at);
    }
}
