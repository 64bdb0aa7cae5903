package io.omniflow.ticket.rule.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.rule.RunRules;
import io.omniflow.ticket.rule.Triggers;
import io.omniflow.ticket.rule.Work;
import io.omniflow.ticket.rule.WorkQueue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresWorkQueue implements WorkQueue, Triggers {
    private static final String NOTE = """
            insert into rule_work (workspace_id, conversation_id, trigger, message_id, added_tags, at, correlation_id,
              causation_id, trace_parent, behind)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
            where exists (select from rule r where r.workspace_id = $1 and r.enabled and r.trigger = $3)
            """;
    /** A work queue of the service itself: read across workspaces. An older row of the conversation goes first. */
    private static final String NEXT = """
            select w.* from rule_work w
            where w.due_at <= clock_timestamp() and not exists (
              select from rule_work o where o.workspace_id = w.workspace_id
                and o.conversation_id = w.conversation_id and o.position < w.position)
            order by w.position limit 1 for update of w skip locked
            """;

    private static final String ONE = " where workspace_id = $1 and conversation_id = $2 and position = $3";
    private static final String DONE = "delete from rule_work" + ONE;
    private static final String LEAVE_OUT =
            "update rule_work set left_out = left_out || $4::uuid" + ONE + " and not $4::uuid = any(left_out)";
    private static final String POSTPONE = "update rule_work set attempts = attempts + 1,"
            + " due_at = clock_timestamp() + $4::bigint * interval '1 millisecond'" + ONE;

    private final RunRules runRules;

    PostgresWorkQueue(RunRules runRules) {
        this.runRules = runRules;
    }

    @Override
    public Uni<Void> note(SqlConnection transaction, Occasion occasion) {
        return transaction
                .preparedQuery(NOTE)
                .execute(Tuple.tuple()
                        .addUUID(occasion.workspace().value())
                        .addUUID(occasion.conversation())
                        .addString(RuleRows.name(occasion.trigger()))
                        .addValue(occasion.message())
                        .addArrayOfString(occasion.addedTags().toArray(String[]::new))
                        .addOffsetDateTime(RuleRows.utc(occasion.at()))
                        .addString(occasion.origin().correlationId())
                        .addValue(occasion.origin().causationId())
                        .addValue(occasion.origin().traceParent())
                        .addArrayOfUUID(occasion.behind().toArray(UUID[]::new)))
                .invoke(rows -> {
                    if (rows.rowCount() > 0) {
                        runRules.expect();
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Work>> next(SqlConnection transaction) {
        return transaction.preparedQuery(NEXT).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(work(row));
            }
            return Optional.empty();
        });
    }

    private static Work work(Row row) {
        Occasion occasion = new Occasion(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("conversation_id"),
                RuleRows.trigger(row.getString("trigger")),
                row.getUUID("message_id"),
                List.of(row.getArrayOfStrings("added_tags")),
                row.getOffsetDateTime("at").toInstant(),
                new Origin(
                        "system:ticket-service",
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("trace_parent")),
                List.of(row.getArrayOfUUIDs("behind")));
        return new Work(
                occasion, row.getLong("position"), Set.of(row.getArrayOfUUIDs("left_out")), row.getInteger("attempts"));
    }

    @Override
    public Uni<Void> done(SqlConnection transaction, Work work) {
        return transaction.preparedQuery(DONE).execute(key(work)).replaceWithVoid();
    }

    @Override
    public Uni<Kept> leaveOut(SqlConnection transaction, Work work, UUID rule) {
        return transaction
                .preparedQuery(LEAVE_OUT)
                .execute(key(work).addUUID(rule))
                .map(rows -> rows.rowCount() == 1 ? Kept.NOW : Kept.BEFORE);
    }

    @Override
    public Uni<Void> postpone(SqlConnection transaction, Work work, Duration delay) {
        return transaction
                .preparedQuery(POSTPONE)
                .execute(key(work).addLong(delay.toMillis()))
                .replaceWithVoid();
    }

    private static Tuple key(Work work) {
        return Tuple.of(work.occasion().workspace().value(), work.occasion().conversation(), work.position());
    }
}
