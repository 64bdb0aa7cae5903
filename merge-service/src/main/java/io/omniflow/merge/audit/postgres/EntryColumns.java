package io.omniflow.merge.audit.postgres;

import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Salt;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** An entry as columns and back. */
final class EntryColumns {
    static final String SELECT =
            "select e.workspace_id, e.id, e.ticket_id, e.kind, e.actor, e.at, e.service, e.merge_id,"
                    + " e.correlation_id, e.payload, e.sequence, e.recorded_at, encode(e.salt, 'hex') as salt,"
                    + " encode(e.payload_hash, 'hex') as payload_hash, encode(e.previous_hash, 'hex') as previous_hash,"
                    + " encode(e.hash, 'hex') as hash";

    private EntryColumns() {}

    static Tuple of(List<Entry> entries) {
        Columns<Entry> columns = new Columns<>(entries);
        FactColumns.addTo(columns, Entry::fact);
        return columns.numbers(Entry::sequence)
                .instants(Entry::recordedAt)
                .texts(entry -> entry.salt().hex())
                .texts(entry -> entry.payloadHash().hex())
                .texts(entry -> entry.previousHash().hex())
                .texts(entry -> entry.hash().hex())
                .tuple();
    }

    static Entry read(Row row) {
        return new Entry(
                row.getLong("sequence"),
                FactColumns.read(row),
                row.getOffsetDateTime("recorded_at").toInstant(),
                new Salt(row.getString("salt")),
                new Hash(row.getString("payload_hash")),
                new Hash(row.getString("previous_hash")),
                new Hash(row.getString("hash")));
    }
}
