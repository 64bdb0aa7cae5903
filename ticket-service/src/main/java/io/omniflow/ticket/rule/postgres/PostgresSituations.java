package io.omniflow.ticket.rule.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.Situations;
import io.omniflow.ticket.rule.Triggers;
import io.omniflow.ticket.rule.domain.Situation;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresSituations implements Situations {
    private static final String CLAIM = "insert into rule_ticket (workspace_id, rule_id, conversation_id)"
            + " values ($1, $2, $3) on conflict do nothing";
    private static final String CLAIMED = "select conversation_id from rule_ticket"
            + " where workspace_id = $1 and rule_id = $2 and conversation_id = any($3::uuid[])";

    private final Pool pool;

    PostgresSituations(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Situation>> of(SqlConnection transaction, Triggers.Occasion occasion) {
        UUID workspace = occasion.workspace().value();
        return (occasion.message() == null
                        ? transaction
                                .preparedQuery(SituationSql.one(occasion.trigger()))
                                .execute(Tuple.of(workspace, occasion.conversation()))
                        : transaction
                                .preparedQuery(SituationSql.ONE_WITH_MESSAGE)
                                .execute(Tuple.of(workspace, occasion.conversation(), occasion.message())))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(SituationRows.situation(
                                row, Set.copyOf(occasion.addedTags()), occasion.at(), occasion.behind()));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<List<Situation>> recent(WorkspaceId workspace, Trigger trigger, Instant since, int limit) {
        return pool.preparedQuery(SituationSql.recent(trigger))
                .execute(Tuple.of(workspace.value(), RuleRows.utc(since), limit))
                .map(rows -> {
                    List<Situation> situations = new ArrayList<>(rows.size());
                    rows.forEach(row -> situations.add(SituationRows.last(row, trigger)));
                    return situations;
                });
    }

    @Override
    public Uni<Claim> claim(SqlConnection transaction, WorkspaceId workspace, UUID rule, UUID conversation) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(workspace.value(), rule, conversation))
                .map(rows -> rows.rowCount() == 1 ? Claim.GRANTED : Claim.MADE_BEFORE);
    }

    @Override
    public Uni<Set<UUID>> claimed(WorkspaceId workspace, UUID rule, List<UUID> conversations) {
        return pool.preparedQuery(CLAIMED)
                .execute(Tuple.of(workspace.value(), rule, conversations.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> claimed = new HashSet<>();
                    rows.forEach(row -> claimed.add(row.getUUID("conversation_id")));
                    return claimed;
                });
    }
}
