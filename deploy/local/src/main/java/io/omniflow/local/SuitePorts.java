package io.omniflow.local;

import io.omniflow.embedded.FreePorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything listens.
 *
 * @param services the first of the services' ports; each management port lies a thousand above
 */
public record SuitePorts(int gateway, int postgres, int kafka, int services) {

    /** A port, whose it is, and the option that changes it. */
    private record Use(int port, String owner, String option) {
        @Override
        public String toString() {
            return owner + " (change it with " + option + ")";
        }
    }

    /** @throws LaunchFailure naming the first port that is wanted twice, or held by another program, and the options that change it */
    void requireFree(List<SuiteService> wanted) {
        List<Use> uses = uses(wanted);
        requireDistinct(uses);
        for (Use use : uses) {
            if (!FreePorts.isFree(use.port())) {
                throw new LaunchFailure("Port " + use.port() + " is taken by another program; it is wanted for " + use);
            }
        }
    }

    private static void requireDistinct(List<Use> uses) {
        Map<Integer, Use> known = new HashMap<>();
        for (Use use : uses) {
            Use first = known.putIfAbsent(use.port(), use);
            if (first != null) {
                throw new LaunchFailure("Port " + use.port() + " is wanted twice: for " + first + " and for " + use);
            }
        }
    }

    private List<Use> uses(List<SuiteService> wanted) {
        List<Use> uses = new ArrayList<>();
        uses.add(new Use(gateway, "the suite's own address", "--port"));
        uses.add(new Use(postgres, "PostgreSQL", "--postgres-port"));
        uses.add(new Use(kafka, "Kafka", "--kafka-port"));
        for (SuiteService service : wanted) {
            uses.add(new Use(service.port(services), service.folder(), "--service-port-base"));
            uses.add(new Use(
                    service.managementPort(services), service.folder() + "'s management", "--service-port-base"));
        }
        return uses;
    }
}
