package io.omniflow.ticket.live;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who listens at this replica: not more than it can serve, and not one caller for all. */
@ApplicationScoped
class Listeners {
    static final int MOST_OF_CALLER = 10;
    private static final int MOST = 1_000;
    private static final int SECONDS_TO_WAIT = 10;

    private final Set<Listener> open = new HashSet<>();

    private record Who(WorkspaceId workspace, String subject) {
        static Who of(Caller caller) {
            return new Who(caller.workspace(), caller.subject());
        }
    }

    /** Fails with 429. */
    synchronized void enter(Listener listener) {
        Who who = Who.of(listener.caller);
        long own =
                open.stream().filter(other -> Who.of(other.caller).equals(who)).count();
        if (open.size() >= MOST || own >= MOST_OF_CALLER) {
            throw HttpProblem.builder(Problems.of(
                            429, "too-many-streams", "A caller may have " + MOST_OF_CALLER + " streams open"))
                    .withHeader("Retry-After", SECONDS_TO_WAIT)
                    .build();
        }
        open.add(listener);
    }

    synchronized void leave(Listener listener) {
        open.remove(listener);
    }

    synchronized List<Listener> waiting() {
        return open.stream().filter(Listener::isWaiting).toList();
    }
}
