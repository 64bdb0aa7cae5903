package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement as it is written; $1 is the workspace. */
final class SqlValues {
    private final List<@Nullable Object> values = new ArrayList<>();

    SqlValues(WorkspaceId workspace) {
        add(workspace.value());
    }

    /** Its place in the statement, such as {@code $2}. */
    String add(@Nullable Object value) {
        values.add(value);
        return "$" + values.size();
    }

    Tuple tuple() {
        return Tuple.from(values);
    }
}
