package io.omniflow.merge.audit.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows as a stream; the one that {@link RowSet#stream()} gives holds rows of another class than it says. */
final class Rows {
    private Rows() {}

    static Stream<Row> of(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
