package io.omniflow.integration;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.incoming.SignalTaker;
import io.omniflow.integration.incoming.domain.Signal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A feature that remembers what it was told, and fails at what it was told to fail at. */
@ApplicationScoped
public class SeenSignals implements SignalTaker {
    private final Map<UUID, List<String>> seen = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Set<String> stumbling = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Void> take(SqlClient transaction, Connection connection, Signal signal) {
        if (!(signal instanceof Signal.ThreadReply reply)) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("select id from connection where workspace_id = $1 and id = $2")
                .execute(
                        Tuple.of(connection.workspace().value(), connection.id().value()))
                .flatMap(_ -> {
                    tries.merge(reply.text(), 1, Integer::sum);
                    if (stumbling.contains(reply.text())) {
                        return Uni.createFrom().failure(new IllegalStateException("cannot take " + reply.text()));
                    }
                    seen.computeIfAbsent(connection.id().value(), _ -> new CopyOnWriteArrayList<>())
                            .add(reply.text());
                    return Uni.createFrom().voidItem();
                });
    }

    /** Texts, in the order they were given. */
    List<String> of(String connection) {
        return seen.getOrDefault(UUID.fromString(connection), List.of());
    }

    int triesOf(String text) {
        return tries.getOrDefault(text, 0);
    }

    void stumbleAt(String text) {
        stumbling.add(text);
    }

    void walkOn(String text) {
        stumbling.remove(text);
    }
}
