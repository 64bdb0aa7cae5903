package io.omniflow.sla.stale.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.stale.StalePolicies;
import io.omniflow.sla.stale.domain.GracePeriod;
import io.omniflow.sla.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies as rows of {@code stale_policy}. */
@ApplicationScoped
class PostgresStalePolicies implements StalePolicies {
    /** A statement of its own before the reading: what waited for the lock must see what the other one has written. */
    private static final String HOLD = "select pg_advisory_xact_lock_shared(hashtextextended(id::text, 7361))"
            + " from (select id from unnest($1::uuid[]) as id order by id) as workspace";

    private static final String READ = "select workspace_id, enabled, waiting_ms, grace_days, grace_ms, auto_close"
            + " from stale_policy where workspace_id = any($1)";

    private static final String SEIZE = HOLD.replace("_shared", "");

    private static final String KEEP = """
            insert into stale_policy as p (workspace_id, enabled, waiting_ms, grace_days, grace_ms, auto_close, version)
            select * from jsonb_to_recordset($1) as r(workspace_id uuid, enabled boolean, waiting_ms bigint, grace_days int,
                grace_ms bigint, auto_close boolean, version bigint)
            on conflict (workspace_id) do update
            set enabled = excluded.enabled, waiting_ms = excluded.waiting_ms, grace_days = excluded.grace_days,
                grace_ms = excluded.grace_ms, auto_close = excluded.auto_close, version = excluded.version
            where p.version < excluded.version
            """;

    /** What waits for an event goes on doing so. The judging finds out when the others are due under the new policy. */
    private static final String JUDGE_ANEW = """
            with own as (
                select workspace_id, ticket_id
                from stale_watch
                where workspace_id = any($1) and stage not in ('importing', 'asked', 'closing')
                order by workspace_id, ticket_id
                for update
            )
            update stale_watch s set next_at = s.since
            from own
            where s.workspace_id = own.workspace_id and s.ticket_id = own.ticket_id
            """;

    @Override
    public Uni<Map<WorkspaceId, StalePolicy>> hold(SqlConnection transaction, Set<WorkspaceId> workspaces) {
        Tuple ids = ids(workspaces);
        return transaction
                .preparedQuery(HOLD)
                .execute(ids)
                .chain(() -> transaction.preparedQuery(READ).execute(ids))
                .map(rows -> {
                    Map<WorkspaceId, StalePolicy> policies = new HashMap<>();
                    rows.forEach(row -> policies.put(new WorkspaceId(row.getUUID("workspace_id")), policy(row)));
                    return policies;
                });
    }

    @Override
    public Uni<Void> keep(SqlConnection transaction, List<Version> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple ids = ids(versions.stream().map(Version::workspace).toList());
        JsonArray rows = new JsonArray();
        versions.forEach(version -> rows.add(row(version)));
        return transaction
                .preparedQuery(SEIZE)
                .execute(ids)
                .chain(() -> transaction.preparedQuery(KEEP).execute(Tuple.of(rows)))
                .chain(() -> transaction.preparedQuery(JUDGE_ANEW).execute(ids))
                .replaceWithVoid();
    }

    private static Tuple ids(Collection<WorkspaceId> workspaces) {
        return Tuple.of(workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new));
    }

    private static JsonObject row(Version version) {
        StalePolicy policy = version.policy();
        JsonObject row = new JsonObject()
                .put("workspace_id", version.workspace().value().toString())
                .put("enabled", policy.enabled())
                .put("waiting_ms", policy.waitingFor().toMillis())
                .put("auto_close", policy.autoClose())
                .put("version", version.version());
        return switch (policy.grace()) {
            case GracePeriod.WorkingDays(int days) -> row.put("grace_days", days);
            case GracePeriod.Time(Duration time) -> row.put("grace_ms", time.toMillis());
        };
    }

    private static StalePolicy policy(Row row) {
        @Nullable Integer days = row.getInteger("grace_days");
        return new StalePolicy(
                row.getBoolean("enabled"),
                Duration.ofMillis(row.getLong("waiting_ms")),
                days == null
                        ? new GracePeriod.Time(Duration.ofMillis(row.getLong("grace_ms")))
                        : new GracePeriod.WorkingDays(days),
                row.getBoolean("auto_close"));
    }
}
