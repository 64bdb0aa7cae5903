package io.omniflow.sla.clock.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.domain.AlwaysOpen;
import io.omniflow.sla.clock.domain.CalendarRef;
import io.omniflow.sla.clock.domain.Conditions;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.clock.domain.Targets;
import io.omniflow.sla.clock.domain.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Policies as rows of {@code policy}; for a workspace without one, the usual policy. */
@ApplicationScoped
class PostgresPolicies implements Policies {
    private static final String READ = """
            select workspace_id, policy_id, version, definition
            from policy
            where workspace_id = any($1)
            """;

    @Override
    public Uni<InForce> of(SqlClient client, Map<WorkspaceId, Set<Integer>> revisionsNeeded) {
        UUID[] ids = revisionsNeeded.keySet().stream().map(WorkspaceId::value).toArray(UUID[]::new);
        return client.preparedQuery(READ)
                .execute(Tuple.of(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> new WorkspaceId(row.getUUID("workspace_id")),
                                Collectors.mapping(PostgresPolicies::policy, Collectors.toList()))))
                .map(Versions::new);
    }

    private record Versions(Map<WorkspaceId, List<Policy>> stored) implements InForce {
        @Override
        public Terms terms(WorkspaceId workspace, OptionalInt revision) {
            Policy usual = Policy.usual(workspace.value());
            List<Policy> own = stored.getOrDefault(workspace, List.of());
            int wanted = revision.orElseGet(() -> own.stream()
                    .mapToInt(policy -> policy.ref().version())
                    .max()
                    .orElse(1));
            Policy policy = own.stream()
                    .filter(candidate -> candidate.ref().version() == wanted)
                    .findFirst()
                    .orElse(usual);
            return new Terms(wanted, List.of(new Offer(policy, new AlwaysOpen())));
        }
    }

    private static Policy policy(Row row) {
        JsonObject definition = row.getJsonObject("definition");
        Map<Priority, Targets> targets = new EnumMap<>(Priority.class);
        JsonObject written = definition.getJsonObject("targets");
        for (Priority priority : Priority.values()) {
            @Nullable JsonObject own = written.getJsonObject(Words.of(priority));
            if (own != null) {
                targets.put(
                        priority,
                        new Targets(
                                duration(own, "firstResponse"),
                                duration(own, "nextResponse"),
                                duration(own, "resolution")));
            }
        }
        return new Policy(
                new PolicyRef(row.getUUID("policy_id"), row.getInteger("version")),
                "Default",
                Conditions.NONE,
                new CalendarRef(Policy.alwaysOpenId(row.getUUID("workspace_id")), 1),
                targets,
                Map.of(),
                definition.getJsonArray("warnAtPercent").stream()
                        .map(Number.class::cast)
                        .map(Number::intValue)
                        .sorted()
                        .toList(),
                Reopening.RESUME,
                List.of());
    }

    private static @Nullable Duration duration(JsonObject targets, String metric) {
        @Nullable String text = targets.getString(metric);
        return text == null ? null : Duration.parse(text);
    }
}
