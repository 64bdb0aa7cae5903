package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
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

    /** That a column has one of the values; empty when there are none. */
    <T> Optional<String> anyOf(String column, Collection<T> alternatives, IntFunction<T[]> array, String type) {
        return switch (alternatives.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(column + " = " + add(alternatives.iterator().next()));
            default ->
                Optional.of(column + " = any(" + add(alternatives.stream().toArray(array)) + "::" + type + "[])");
        };
    }

    Tuple tuple() {
        return Tuple.from(values);
    }
}
