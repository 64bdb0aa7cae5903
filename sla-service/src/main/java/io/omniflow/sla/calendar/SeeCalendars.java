package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Policy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendars of a workspace, with the one that is always open. */
@ApplicationScoped
public class SeeCalendars {
    private final Calendars calendars;

    SeeCalendars(Calendars calendars) {
        this.calendars = calendars;
    }

    public Uni<Optional<KeptCalendar>> find(WorkspaceId workspace, UUID id) {
        return isBuiltIn(workspace, id)
                ? Uni.createFrom().item(Optional.of(KeptCalendar.alwaysOpen(workspace.value())))
                : calendars.find(workspace, id);
    }

    /** With its row locked, so that it stays what it is until the transaction ends. */
    public Uni<Optional<KeptCalendar>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return isBuiltIn(workspace, id)
                ? Uni.createFrom().item(Optional.of(KeptCalendar.alwaysOpen(workspace.value())))
                : calendars.lock(transaction, workspace, id);
    }

    /** Those versions, also of calendars that are gone; what never was is left out. At most one round trip. */
    public Uni<Map<CalendarVersion, KeptCalendar>> read(SqlClient client, Collection<CalendarVersion> versions) {
        Map<CalendarVersion, KeptCalendar> all = new HashMap<>();
        Set<CalendarVersion> stored = new HashSet<>();
        versions.forEach(version -> {
            if (isBuiltIn(version.workspace(), version.id())) {
                all.put(version, KeptCalendar.alwaysOpen(version.workspace().value()));
            } else {
                stored.add(version);
            }
        });
        return calendars.read(client, stored).map(found -> {
            all.putAll(found);
            return all;
        });
    }

    /** The built-in one, then the others, oldest first; those after {@code after}. */
    public Uni<List<KeptCalendar>> list(WorkspaceId workspace, @Nullable UUID after, int limit) {
        if (after != null) {
            return calendars.list(workspace, isBuiltIn(workspace, after) ? null : after, limit);
        }
        return calendars.list(workspace, null, limit).map(own -> {
            List<KeptCalendar> all = new ArrayList<>(own.size() + 1);
            all.add(KeptCalendar.alwaysOpen(workspace.value()));
            all.addAll(own);
            return all;
        });
    }

    /** Newest first, older than {@code before}; empty when there is no such calendar. */
    public Uni<Optional<List<KeptCalendar>>> versions(
            WorkspaceId workspace, UUID id, @Nullable Long before, int limit) {
        return find(workspace, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : versions(workspace, found.get(), before, limit).map(Optional::of));
    }

    private Uni<List<KeptCalendar>> versions(
            WorkspaceId workspace, KeptCalendar calendar, @Nullable Long before, int limit) {
        if (!calendar.isBuiltIn()) {
            return calendars.versions(workspace, calendar.id(), before, limit);
        }
        return Uni.createFrom().item(before == null || before > 1 ? List.of(calendar) : List.of());
    }

    private static boolean isBuiltIn(WorkspaceId workspace, UUID id) {
        return id.equals(Policy.alwaysOpenId(workspace.value()));
    }
}
