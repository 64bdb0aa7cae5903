package io.omniflow.kit.outbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.Limits;
import io.omniflow.kit.problem.Problems;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes events beside the state they tell of. Append only inside a transaction that holds the lock of the subject's
 * row (or creates it): that makes the order of positions the order of versions, which the relay relies on.
 */
@ApplicationScoped
public class Outbox {
    /** Numbers stay as they were written: the events, the state and the audit log must not differ. */
    private static final ObjectReader EXACT = ContractJson.mapper()
            .readerForMapOf(Object.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    private static final String COLUMNS = "id, topic, key, workspace_id, type, subject, time, sequence, actor,"
            + " correlation_id, causation_id, change_id, change_last, backfill, trace_parent, source_address, data";
    private static final String TYPES = "id uuid, topic text, key text, workspace_id uuid, type text, subject uuid,"
            + " time timestamptz, sequence bigint, actor text, correlation_id text, causation_id text, change_id uuid,"
            + " change_last boolean, backfill boolean, trace_parent text, source_address text, data jsonb";

    /** One statement for all of them; none for an empty list. */
    public Uni<Void> append(SqlClient transaction, List<OutboundEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(insertFrom("$1"))
                .execute(Tuple.of(rows(events)))
                .replaceWithVoid();
    }

    /**
     * The insert as SQL, to be put into a larger statement.
     *
     * @param rows an SQL expression of type jsonb holding what {@link #rows} made
     */
    public static String insertFrom(String rows) {
        return "insert into outbox (" + COLUMNS + ") select " + COLUMNS + " from jsonb_to_recordset(" + rows + ") as r("
                + TYPES + ")";
    }

    /** The events as the rows {@link #insertFrom} reads. */
    public static JsonArray rows(List<OutboundEvent> events) {
        @Nullable String traceParent = traceParent();
        JsonArray rows = new JsonArray();
        events.forEach(event -> rows.add(row(event, traceParent)));
        return rows;
    }

    private static JsonObject row(OutboundEvent event, @Nullable String traceParent) {
        Class<?> type = event.data().getClass();
        return new JsonObject()
                .put("id", event.id().toString())
                .put("topic", EventCatalog.topicOf(type))
                .put("key", event.subject().toString())
                .put("workspace_id", event.workspace().value().toString())
                .put("type", EventCatalog.typeOf(type))
                .put("subject", event.subject().toString())
                .put("time", ContractJson.text(event.time()))
                .put("sequence", event.sequence())
                .put("actor", event.origin().actor())
                .put("correlation_id", event.origin().correlationId())
                .put("causation_id", event.origin().causationId())
                .put(
                        "change_id",
                        event.changeId() == null ? null : event.changeId().toString())
                .put("change_last", event.position() == Position.LAST)
                .put("backfill", event.history() == History.BACKFILL)
                .put(
                        "trace_parent",
                        event.origin().traceParent() == null
                                ? traceParent
                                : event.origin().traceParent())
                .put("source_address", event.origin().sourceAddress())
                .put("data", data(event.data()));
    }

    /** What Kafka would not take is refused before anything is written, or the relay would be stuck at it. */
    private static JsonObject data(Object event) {
        try {
            byte[] json = ContractJson.mapper().writeValueAsBytes(event);
            if (json.length > Limits.EVENT_BYTES) {
                throw Problems.of(
                        422, "event-too-large", "What happened must fit into " + Limits.EVENT_BYTES + " bytes of JSON");
            }
            return new JsonObject(EXACT.<Map<String, Object>>readValue(json));
        } catch (IOException impossible) {
            throw new IllegalArgumentException("Not a record of the contract: " + event.getClass(), impossible);
        }
    }

    private static @Nullable String traceParent() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return carrier.get("traceparent");
    }
}
