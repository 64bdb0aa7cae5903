package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states of each connection, kept for a while so that a move is not two calls. A replica may know an older list than
 * another; a state that is gone is refused by its system, and then the list is forgotten.
 */
@ApplicationScoped
public class KnownStates {
    private final Map<ConnectionId, Listed> lists = new ConcurrentHashMap<>();
    private final SyncConfig config;
    private final Clock clock;

    KnownStates(SyncConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Listed(List<ExternalState> states, Instant until, long version) {}

    public void forget(ConnectionId connection) {
        lists.remove(connection);
    }

    /** The first state the target means, in the order its system lists them. */
    Uni<CallResult<ExternalState>> resolve(Issues issues, OpenConnection connection, Target target) {
        return states(issues, connection).map(result -> switch (result) {
            case CallResult.Done(var states) -> first(states, target);
            case CallResult.Missing(Problem problem) -> new CallResult.Missing<ExternalState>(problem);
            case CallResult.Unclear(Problem problem, var pause) ->
                new CallResult.Unclear<ExternalState>(problem, pause);
            case CallResult.HeldBack(Problem problem, var pause) ->
                new CallResult.HeldBack<ExternalState>(problem, pause);
            case CallResult.Refused(Problem problem) -> new CallResult.Refused<ExternalState>(problem);
        });
    }

    private Uni<CallResult<List<ExternalState>>> states(Issues issues, OpenConnection connection) {
        ConnectionId id = connection.connection().id();
        Optional<Listed> known = Optional.ofNullable(lists.get(id))
                .filter(listed -> listed.version() == connection.connection().version()
                        && clock.instant().isBefore(listed.until()));
        return known.isPresent()
                ? Uni.createFrom().item(new CallResult.Done<>(known.get().states()))
                : issues.states(connection).invoke(result -> {
                    if (result instanceof CallResult.Done(var states)) {
                        lists.put(
                                id,
                                new Listed(
                                        states,
                                        clock.instant().plus(config.statesKept()),
                                        connection.connection().version()));
                    }
                });
    }

    private static CallResult<ExternalState> first(List<ExternalState> states, Target target) {
        return states.stream()
                .filter(target::matches)
                .findFirst()
                .<CallResult<ExternalState>>map(CallResult.Done::new)
                .orElseGet(() -> new CallResult.Refused<>(Problem.refused(
                        switch (target) {
                            case Target.State(String id) -> "There is no state " + id + " any more; see the mapping";
                            case Target.Kind(var kind) -> "There is no state of the kind " + kind.text();
                        })));
    }
}
