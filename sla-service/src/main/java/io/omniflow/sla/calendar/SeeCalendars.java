package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
