package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.domain.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of rules: counters and the last errors. Counting adds a row, so that conversations do not wait for one
 * another at a counter; rows are summed up now and then.
 */
public interface Reports {
    /** How many errors of a rule are shown. */
    int LAST_ERRORS = 10;

    record Counted(UUID rule, Outcome outcome) {}

    record Complaint(UUID rule, UUID conversation, String problem) {}

    record RuleError(Instant at, UUID conversation, String problem) {}

    /** {@code errors} newest first. */
    record Report(Map<Outcome, Long> counts, @Nullable Instant lastMatchedAt, List<RuleError> errors) {
        public static final Report EMPTY = new Report(Map.of(), null, List.of());
    }

    Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, List<Counted> counted, List<Complaint> complaints);

    /** By rule; a rule of which nothing is known has none. */
    Uni<Map<UUID, Report>> of(WorkspaceId workspace, Collection<UUID> rules);

    /** Sums up, and forgets all but the last errors. */
    Uni<Void> tidy();
}
