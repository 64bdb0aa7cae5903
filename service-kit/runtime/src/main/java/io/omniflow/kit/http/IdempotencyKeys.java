package io.omniflow.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored keys and the first answers. */
@ApplicationScoped
class IdempotencyKeys {
    private static final int SWEPT_AT_ONCE = 5_000;
    private static final String HOURS_KEPT = "interval '24 hours'";
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.CONTENT_TYPE);
    private static final String CLAIM = """
            insert into idempotency_key as k (workspace_id, operation, key, fingerprint) values ($1, $2, $3, $4)
            on conflict (workspace_id, operation, key) do update
              set fingerprint = excluded.fingerprint, status = null, headers = null, body = null,
                  created_at = clock_timestamp()
              where k.created_at < clock_timestamp() - %s
            returning key
            """.formatted(HOURS_KEPT);
    private static final String READ = "select fingerprint, status, headers, body from idempotency_key"
            + " where workspace_id = $1 and operation = $2 and key = $3";
    private static final String KEEP = "update idempotency_key set status = $4, headers = $5, body = $6"
            + " where workspace_id = $1 and operation = $2 and key = $3";
    private static final String FORGET =
            "delete from idempotency_key where workspace_id = $1 and operation = $2 and key = $3";
    private static final String SWEEP = """
            delete from idempotency_key where (workspace_id, operation, key) in (
              select workspace_id, operation, key from idempotency_key
              where created_at < clock_timestamp() - %s
              order by created_at limit %d for update skip locked)
            """.formatted(HOURS_KEPT, SWEPT_AT_ONCE);

    private final Pool pool;
    private final ObjectMapper json;

    IdempotencyKeys(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** One use of a key. */
    record Use(WorkspaceId workspace, String operation, String key, String fingerprint) {}

    /** What claiming a key came to. */
    sealed interface Claim {}

    /** Nobody has used the key yet, or not within 24 hours. */
    record First() implements Claim {}

    /** The key was used, with this body and this answer. */
    record Repeated(String fingerprint, Response answer) implements Claim {}

    /** Waits while another transaction holds the same key. */
    Uni<Claim> claim(SqlConnection connection, Use use) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(use.workspace().value(), use.operation(), use.key(), use.fingerprint()))
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(new First())
                        : connection
                                .preparedQuery(READ)
                                .execute(primaryKey(use))
                                .map(found -> repeated(found.iterator().next())));
    }

    /** Keeps an answer that tells of success; a refusal may be tried again with the same key. */
    Uni<Response> keep(SqlConnection connection, Use use, Response answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return connection.preparedQuery(FORGET).execute(primaryKey(use)).replaceWith(answer);
        }
        return connection
                .preparedQuery(KEEP)
                .execute(primaryKey(use)
                        .addInteger(answer.getStatus())
                        .addJsonObject(headers(answer))
                        .addString(body(answer)))
                .replaceWith(answer);
    }

    /** Deletes expired keys, a bounded number at a time. */
    Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(() -> pool.query(SWEEP).execute().map(SqlResult::rowCount))
                .repeat()
                .whilst(deleted -> deleted == SWEPT_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Tuple primaryKey(Use use) {
        return Tuple.of(use.workspace().value(), use.operation(), use.key());
    }

    private static JsonObject headers(Response answer) {
        JsonObject headers = new JsonObject();
        for (String name : KEPT_HEADERS) {
            @Nullable String value = answer.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private @Nullable String body(Response answer) {
        if (answer.getEntity() == null) {
            return null;
        }
        try {
            return json.writeValueAsString(answer.getEntity());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Repeated repeated(Row row) {
        Response.ResponseBuilder answer = Response.status(row.getInteger("status"));
        row.getJsonObject("headers").forEach(header -> answer.header(header.getKey(), header.getValue()));
        @Nullable String body = row.getString("body");
        if (body != null) {
            answer.entity(new StoredJson(body)).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return new Repeated(row.getString("fingerprint"), answer.build());
    }
}
