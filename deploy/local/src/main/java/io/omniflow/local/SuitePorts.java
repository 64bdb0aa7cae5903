package io.omniflow.local;

import io.omniflow.embedded.FreePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything listens.
 *
 * @param services the first of the services' ports; each management port lies a thousand above
 */
public record SuitePorts(int gateway, int postgres, int kafka, int services) {

    /** @throws LaunchFailure naming the first port that another program holds, and the option that changes it */
    public void requireFree(List<SuiteService> wanted) {
        all(wanted).forEach((port, use) -> {
            if (!FreePorts.isFree(port)) {
                throw new LaunchFailure("Port " + port + " is taken by another program; it is wanted for " + use);
            }
        });
    }

    private Map<Integer, String> all(List<SuiteService> wanted) {
        Map<Integer, String> uses = new LinkedHashMap<>();
        uses.put(gateway, "the suite's own address (change it with --port)");
        uses.put(postgres, "PostgreSQL (change it with --postgres-port)");
        uses.put(kafka, "Kafka (change it with --kafka-port)");
        for (SuiteService service : wanted) {
            uses.put(service.port(services), service.folder() + " (change it with --service-port-base)");
            uses.put(
                    service.managementPort(services),
                    service.folder() + "'s management (change it with --service-port-base)");
        }
        return uses;
    }
}
