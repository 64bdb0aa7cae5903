package io.omniflow.ticket.imports;

import io.omniflow.kit.problem.Faults;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in one run and what follows from it. A fault that passes by itself sets its import aside until the next
 * run, so that the others go on. Another one has the tickets of the step tried one by one; the one that fails again is
 * left out of the import, with a problem.
 */
final class Setbacks {
    private static final Logger LOG = Logger.getLogger(Setbacks.class);

    private final Set<UUID> setAside = new HashSet<>();
    private final Map<UUID, Integer> oneByOne = new HashMap<>();
    private final Map<Hopeless, String> hopeless = new HashMap<>();

    private record Hopeless(UUID importId, String externalId) {}

    Set<UUID> setAside() {
        return Set.copyOf(setAside);
    }

    int ticketsAtOnce(ImportJob job) {
        return oneByOne.containsKey(job.id()) ? 1 : Portion.TICKETS;
    }

    /** Why this ticket cannot be taken; null when nothing is known against it. */
    @Nullable String against(ImportJob job, String externalId) {
        return hopeless.get(new Hopeless(job.id(), externalId));
    }

    void passed(ImportJob job) {
        oneByOne.computeIfPresent(job.id(), (id, left) -> left > 1 ? left - 1 : null);
    }

    void failed(ImportJob job, List<String> externalIds, Throwable failure) {
        if (Faults.passesByItself(failure)) {
            LOG.warnf("Import %s waits: %s", job.id(), failure.toString());
            setAside.add(job.id());
        } else if (externalIds.size() > 1) {
            oneByOne.put(job.id(), externalIds.size());
        } else if (externalIds.isEmpty() || against(job, externalIds.getFirst()) != null) {
            LOG.errorf(failure, "Import %s cannot go on", job.id());
            setAside.add(job.id());
        } else {
            LOG.errorf(failure, "Import %s leaves a ticket out", job.id());
            hopeless.put(new Hopeless(job.id(), externalIds.getFirst()), reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getDetail() != null
                ? problem.getDetail()
                : "The ticket could not be stored";
    }
}
