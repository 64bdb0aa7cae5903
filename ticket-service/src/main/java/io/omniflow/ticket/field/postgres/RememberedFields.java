package io.omniflow.ticket.field.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.Fields;
import io.omniflow.ticket.field.Patterns;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.field.domain.TextPattern;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Definitions read at most once in two seconds, unless a value does not fit those remembered. */
@ApplicationScoped
class RememberedFields implements Fields {
    private final Pool pool;
    private final Patterns patterns;
    private final AtomicLong forgotten = new AtomicLong();
    private final Cache<WorkspaceId, DefinedFields> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    RememberedFields(Pool pool, Patterns patterns) {
        this.pool = pool;
        this.patterns = patterns;
    }

    @Override
    public Uni<DefinedFields> knowing(WorkspaceId workspace, Collection<String> keys) {
        return knowing(pool, workspace, keys);
    }

    @Override
    public Uni<DefinedFields> knowing(SqlClient client, WorkspaceId workspace, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(DefinedFields.NONE);
        }
        @Nullable DefinedFields known = remembered.getIfPresent(workspace);
        return known != null && known.byKey().keySet().containsAll(keys)
                ? Uni.createFrom().item(known)
                : read(client, workspace);
    }

    @Override
    public Uni<DefinedFields> within(SqlConnection transaction, WorkspaceId workspace) {
        return stored(transaction, workspace);
    }

    @Override
    public Uni<Map<String, @Nullable Object>> checked(
            SqlClient client, WorkspaceId workspace, Function<DefinedFields, DefinedFields.Judged> judge) {
        @Nullable DefinedFields known = remembered.getIfPresent(workspace);
        if (known != null) {
            DefinedFields.Judged judged = judge.apply(known);
            if (judged.complaints().isEmpty()) {
                return Uni.createFrom().item(judged.values());
            }
        }
        return read(client, workspace).map(judge).map(RememberedFields::values);
    }

    private static Map<String, @Nullable Object> values(DefinedFields.Judged judged) {
        if (!judged.complaints().isEmpty()) {
            throw Problems.invalid(judged.complaints().stream()
                    .map(complaint -> new FieldError("/customFields/" + complaint.place(), complaint.reason()))
                    .toList());
        }
        return judged.values();
    }

    @Override
    public void forget(WorkspaceId workspace) {
        forgotten.incrementAndGet();
        remembered.invalidate(workspace);
    }

    /** What was read before a change was committed is not remembered after it. */
    private Uni<DefinedFields> read(SqlClient client, WorkspaceId workspace) {
        long before = forgotten.get();
        return stored(client, workspace).invoke(fields -> {
            if (forgotten.get() == before) {
                remembered.put(workspace, fields);
            }
        });
    }

    private Uni<DefinedFields> stored(SqlClient client, WorkspaceId workspace) {
        return client.preparedQuery(PostgresFieldDefinitions.SELECT)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> compiled(FieldRows.definitions(rows)));
    }

    private DefinedFields compiled(List<FieldDefinition> definitions) {
        return DefinedFields.of(definitions.stream()
                .map(definition -> new DefinedFields.Defined(definition, pattern(definition)))
                .toList());
    }

    private @Nullable TextPattern pattern(FieldDefinition definition) {
        return definition.regex() == null
                ? null
                : patterns.compile(definition.regex()).orElse(null);
    }
}
