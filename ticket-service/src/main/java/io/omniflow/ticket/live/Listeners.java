package io.omniflow.ticket.live;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.HashMap;
import java.util.Map;

/** Who listens at this replica, whatever to: not more than it can serve, and not one caller for all. */
final class Listeners {
    static final int MOST_OF_CALLER = 10;
    private static final int MOST = 1_000;
    private static final int SECONDS_TO_WAIT = 10;

    private final Map<Who, Integer> open = new HashMap<>();
    private int all;

    private record Who(WorkspaceId workspace, String subject) {
        static Who of(Caller caller) {
            return new Who(caller.workspace(), caller.subject());
        }
    }

    /** Fails with 429. */
    synchronized void enter(Caller caller) {
        int own = open.getOrDefault(Who.of(caller), 0);
        if (all >= MOST || own >= MOST_OF_CALLER) {
            throw HttpProblem.builder(Problems.of(
                            429, "too-many-streams", "A caller may have " + MOST_OF_CALLER + " streams open"))
                    .withHeader("Retry-After", SECONDS_TO_WAIT)
                    .build();
        }
        open.put(Who.of(caller), own + 1);
        all++;
    }

    synchronized void leave(Caller caller) {
        open.computeIfPresent(Who.of(caller), (who, own) -> own > 1 ? own - 1 : null);
        all--;
    }
}
