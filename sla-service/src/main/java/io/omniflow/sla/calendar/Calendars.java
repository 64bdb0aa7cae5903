package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored calendars, all but the one that is always open. */
public interface Calendars {

    /** As its first version. */
    Uni<Void> insert(SqlConnection transaction, WorkspaceId workspace, KeptCalendar calendar);

    /** By its next version; those before are kept. */
    Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, KeptCalendar calendar);

    /** Its versions are kept. */
    Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, UUID id);

    Uni<Optional<KeptCalendar>> find(WorkspaceId workspace, UUID id);

    /** With its row locked. */
    Uni<Optional<KeptCalendar>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    /** Oldest first, younger than the calendar {@code after}. */
    Uni<List<KeptCalendar>> list(WorkspaceId workspace, @Nullable UUID after, int limit);

    /** Newest first, older than the version {@code before}. */
    Uni<List<KeptCalendar>> versions(WorkspaceId workspace, UUID id, @Nullable Long before, int limit);

    /** Those versions, also of calendars that are gone, in one round trip; what never was is left out. */
    Uni<Map<CalendarVersion, KeptCalendar>> read(SqlClient client, Collection<CalendarVersion> versions);
}
