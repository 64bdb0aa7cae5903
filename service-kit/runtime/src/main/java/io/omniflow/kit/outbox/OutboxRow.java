package io.omniflow.kit.outbox;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventHeaders;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One stored event as the record that is published. */
record OutboxRow(long position, ProducerRecord<String, byte[]> record) {
    static final String SELECT = "select position, id, topic, key, workspace_id, type, subject, time, sequence, actor,"
            + " correlation_id, causation_id, change_id, change_last, backfill, trace_parent, source_address, data::text as data, found"
            + " from (select *, count(*) over () as found,"
            + "   sum(pg_column_size(data)) over (order by position) - pg_column_size(data) as before"
            + "   from (select * from outbox order by position limit $1) as oldest) as batch"
            + " where before < $2 order by position";

    static OutboxRow of(Row row, String source) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                row.getString("topic"),
                row.getString("key"),
                row.getString("data").getBytes(StandardCharsets.UTF_8));
        Headers headers = record.headers();
        add(headers, EventHeaders.SPEC_VERSION, "1.0");
        add(headers, EventHeaders.ID, row.getUUID("id"));
        add(headers, EventHeaders.SOURCE, source);
        add(headers, EventHeaders.TYPE, row.getString("type"));
        add(headers, EventHeaders.SUBJECT, row.getUUID("subject"));
        add(headers, EventHeaders.TIME, ContractJson.text(instant(row)));
        add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        add(headers, EventHeaders.WORKSPACE, row.getUUID("workspace_id"));
        add(headers, EventHeaders.SEQUENCE, row.getLong("sequence"));
        add(headers, EventHeaders.CORRELATION, row.getString("correlation_id"));
        add(headers, EventHeaders.CAUSATION, row.getString("causation_id"));
        add(headers, EventHeaders.ACTOR, row.getString("actor"));
        add(headers, EventHeaders.CHANGE, row.getUUID("change_id"));
        if (!row.getBoolean("change_last")) {
            add(headers, EventHeaders.CHANGE_LAST, "false");
        }
        if (row.getBoolean("backfill")) {
            add(headers, EventHeaders.BACKFILL, "true");
        }
        add(headers, EventHeaders.SOURCE_ADDRESS, row.getString("source_address"));
        add(headers, EventHeaders.TRACE_PARENT, row.getString("trace_parent"));
        return new OutboxRow(row.getLong("position"), record);
    }

    private static Instant instant(Row row) {
        OffsetDateTime time = row.getOffsetDateTime("time");
        return time.toInstant();
    }

    private static void add(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
