package io.omniflow.ticket.view;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The views a caller sees. */
@ApplicationScoped
public class SeeViews {
    private final Views views;

    SeeViews(Views views) {
        this.views = views;
    }

    /** Oldest first, younger than the view {@code after}. */
    public Uni<List<View>> of(Caller caller, @Nullable UUID after, int limit) {
        Views.Sight sight = new Views.Sight(
                caller.subject(),
                caller.teams(),
                caller.role().covers(Role.LEAD) ? Views.Sight.Teams.ALL : Views.Sight.Teams.OWN);
        return views.seen(caller.workspace(), sight, after, limit);
    }

    /** Those of some ids the caller sees; the others are left out. */
    public Uni<List<View>> some(Caller caller, Collection<UUID> ids) {
        return views.some(caller.workspace(), ids).map(found -> found.stream()
                .filter(view -> ViewRights.sees(caller, view))
                .toList());
    }
}
