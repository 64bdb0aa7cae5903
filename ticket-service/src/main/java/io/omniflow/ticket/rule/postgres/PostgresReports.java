package io.omniflow.ticket.rule.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.Reports;
import io.omniflow.ticket.rule.domain.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresReports implements Reports {
    /** A rule removed meanwhile is not heard of again. */
    private static final String ADD = """
            with counted as (
              insert into rule_tally (workspace_id, rule_id, outcome, times, last_at)
              select $1, c.rule_id, c.outcome, 1, clock_timestamp()
              from unnest($2::uuid[], $3::text[]) as c(rule_id, outcome)
              join rule r on r.workspace_id = $1 and r.id = c.rule_id)
            insert into rule_error (workspace_id, rule_id, at, conversation_id, problem)
            select $1, c.rule_id, clock_timestamp(), c.conversation_id, c.problem
            from unnest($4::uuid[], $5::uuid[], $6::text[]) as c(rule_id, conversation_id, problem)
            join rule r on r.workspace_id = $1 and r.id = c.rule_id
            """;

    private static final String COUNTS = "select rule_id, outcome, sum(times)::bigint as times, max(last_at) as last_at"
            + " from rule_tally where workspace_id = $1 and rule_id = any($2::uuid[]) group by rule_id, outcome";
    private static final String ERRORS = """
            select r.rule_id, e.at, e.conversation_id, e.problem from unnest($2::uuid[]) as r(rule_id)
            cross join lateral (
              select e.id, e.at, e.conversation_id, e.problem from rule_error e
              where e.workspace_id = $1 and e.rule_id = r.rule_id order by e.id desc limit $3) e
            order by r.rule_id, e.id desc
            """;
    /** Done for all workspaces. Rows of a transaction that goes on are passed over until the next time. */
    private static final String SUM_UP = """
            with crowded as materialized (
              select workspace_id, rule_id, outcome from rule_tally
              group by workspace_id, rule_id, outcome having count(*) > 20 limit 200),
            few as materialized (
              select t.workspace_id, t.rule_id, t.id, t.outcome, t.times, t.last_at from rule_tally t
              join crowded c on c.workspace_id = t.workspace_id and c.rule_id = t.rule_id and c.outcome = t.outcome
              limit 10000 for update of t skip locked),
            gone as (
              delete from rule_tally t using few s
              where t.workspace_id = s.workspace_id and t.rule_id = s.rule_id and t.id = s.id)
            insert into rule_tally (workspace_id, rule_id, outcome, times, last_at)
            select workspace_id, rule_id, outcome, sum(times), max(last_at) from few
            group by workspace_id, rule_id, outcome
            """;

    private static final String FORGET = """
            delete from rule_error e using (
              select workspace_id, rule_id, id,
                row_number() over (partition by workspace_id, rule_id order by id desc) as age
              from rule_error) old
            where old.age > $1 and e.workspace_id = old.workspace_id and e.rule_id = old.rule_id and e.id = old.id
            """;

    private final Pool pool;

    PostgresReports(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(
            SqlConnection transaction, WorkspaceId workspace, List<Counted> counted, List<Complaint> complaints) {
        if (counted.isEmpty() && complaints.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addArrayOfUUID(each(counted, Counted::rule).toArray(UUID[]::new))
                        .addArrayOfString(each(counted, one -> RuleRows.name(one.outcome()))
                                .toArray(String[]::new))
                        .addArrayOfUUID(each(complaints, Complaint::rule).toArray(UUID[]::new))
                        .addArrayOfUUID(
                                each(complaints, Complaint::conversation).toArray(UUID[]::new))
                        .addArrayOfString(each(complaints, Complaint::problem).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static <T, V> List<V> each(List<T> things, Function<T, V> part) {
        return things.stream().map(part).toList();
    }

    @Override
    public Uni<Map<UUID, Report>> of(WorkspaceId workspace, Collection<UUID> rules) {
        if (rules.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] wanted = rules.toArray(UUID[]::new);
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(workspace.value(), wanted))
                .flatMap(counts -> pool.preparedQuery(ERRORS)
                        .execute(Tuple.of(workspace.value(), wanted, LAST_ERRORS))
                        .map(errors -> reports(rules, counts, errors)));
    }

    private static Map<UUID, Report> reports(Collection<UUID> rules, RowSet<Row> counts, RowSet<Row> errors) {
        Map<UUID, Map<Outcome, Long>> counted = new HashMap<>();
        Map<UUID, Instant> last = new HashMap<>();
        counts.forEach(row -> {
            UUID rule = row.getUUID("rule_id");
            counted.computeIfAbsent(rule, fresh -> new EnumMap<>(Outcome.class))
                    .put(Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)), row.getLong("times"));
            last.merge(
                    rule,
                    row.getOffsetDateTime("last_at").toInstant(),
                    (one, other) -> one.isAfter(other) ? one : other);
        });
        Map<UUID, List<RuleError>> told = new HashMap<>();
        errors.forEach(row -> told.computeIfAbsent(row.getUUID("rule_id"), fresh -> new ArrayList<>())
                .add(new RuleError(
                        row.getOffsetDateTime("at").toInstant(),
                        row.getUUID("conversation_id"),
                        row.getString("problem"))));
        Map<UUID, Report> reports = new HashMap<>();
        for (UUID rule : rules) {
            @Nullable Instant lastMatchedAt = last.get(rule);
            reports.put(
                    rule,
                    new Report(
                            counted.getOrDefault(rule, Map.of()), lastMatchedAt, told.getOrDefault(rule, List.of())));
        }
        return reports;
    }

    @Override
    public Uni<Void> tidy() {
        return pool.preparedQuery(SUM_UP)
                .execute()
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of((long) LAST_ERRORS)))
                .replaceWithVoid();
    }
}
