package io.omniflow.integration.jira;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Where walks ended without arriving, so that the next try does not set out from there again and wander about. Only this replica
 * knows them, and not for long: what is forgotten costs some steps more, and retries end all the same.
 */
final class JiraDeadEnds {
    private static final int MOST = 1_000;

    private final ConcurrentMap<End, String> known = new ConcurrentHashMap<>();

    private record End(ConnectionId connection, String issue, String at, String target) {}

    void remember(OpenConnection connection, Issue issue, ExternalState target, String why) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(end(connection, issue, target), why);
    }

    /** Why there is no way on from where the issue is. Told once; a later wish is tried anew. */
    Optional<String> take(OpenConnection connection, Issue issue, ExternalState target) {
        return Optional.ofNullable(known.remove(end(connection, issue, target)));
    }

    private static End end(OpenConnection connection, Issue issue, ExternalState target) {
        return new End(connection.connection().id(), issue.id(), issue.state().id(), target.id());
    }
}
