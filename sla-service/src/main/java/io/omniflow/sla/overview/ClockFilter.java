package io.omniflow.sla.overview;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Priority;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which clocks; null asks nothing. Team, assignee and priority are those of the ticket now. */
record ClockFilter(
        @Nullable UUID teamId,
        @Nullable UUID assigneeId,
        @Nullable UUID policyId,
        @Nullable Priority priority,
        @Nullable Metric metric) {

    /** As {@link #bind} binds it, from $2 to $6. */
    static final String SQL = """
             and ($2::uuid is null or t.team_id = $2) and ($3::uuid is null or t.assignee_id = $3)
             and ($4::uuid is null or c.policy_id = $4) and ($5::text is null or t.priority = $5)
             and ($6::text is null or c.metric = $6)
            """;

    /** With the workspace as $1. */
    Tuple bind(UUID workspace) {
        return Tuple.of(workspace, teamId, assigneeId, policyId, word(priority), word(metric));
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
