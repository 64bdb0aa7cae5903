package io.omniflow.local;

import java.util.List;

/**
 * The four services: which database each owns and which paths of the one origin it answers. Whatever no other service
 * claims is ticket-service's, the Tickets page included; what it claims itself comes before the others.
 */
public enum SuiteService {
    TICKET(0, "ticket-service", "tickets", "/api/v1/merges/preview"),
    SLA(1, "sla-service", "sla", "/api/v1/sla"),
    MERGE(2, "merge-service", "merges", "/api/v1/merges", "/api/v1/audit"),
    INTEGRATION(3, "integration-service", "integrations", "/api/v1/integrations", "/webhooks");

    private static final int MANAGEMENT_OFFSET = 1000;

    private final int position;
    private final String folder;
    private final String database;
    private final String paths;

    SuiteService(int position, String folder, String database, String... paths) {
        this.position = position;
        this.folder = folder;
        this.database = database;
        this.paths = String.join(" ", paths);
    }

    /** Also its name in the log, in the consumer groups and on the command line. */
    public String folder() {
        return folder;
    }

    public String database() {
        return database;
    }

    public List<String> paths() {
        return paths.isEmpty() ? List.of() : List.of(paths.split(" "));
    }

    public int port(int base) {
        return base + position;
    }

    public int managementPort(int base) {
        return base + MANAGEMENT_OFFSET + position;
    }

    public static List<SuiteService> all() {
        return List.of(values());
    }
}
