package io.omniflow.local.parts;

import io.omniflow.embedded.ServiceDatabase;
import io.omniflow.local.Layout;
import io.omniflow.local.SuitePorts;
import io.omniflow.local.SuiteService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a service is told from outside: its ports, its database, Kafka, and whose tokens to believe. */
public record ServiceEnvironment(Map<String, String> variables) {

    public static ServiceEnvironment of(
            SuiteService service, SuitePorts ports, ServiceDatabase database, Layout layout, Path publicKey) {
        Map<String, String> all = new TreeMap<>();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports.services())));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(service.managementPort(ports.services())));
        all.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
        all.put("QUARKUS_DATASOURCE_USERNAME", database.runtime().user());
        all.put("QUARKUS_DATASOURCE_PASSWORD", database.runtime().password());
        all.put("QUARKUS_FLYWAY_JDBC_URL", database.jdbcUrl());
        all.put("QUARKUS_FLYWAY_USERNAME", database.owner().user());
        all.put("QUARKUS_FLYWAY_PASSWORD", database.owner().password());
        all.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.kafka());
        all.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey.toUri().toString());
        all.put(
                "OMNIFLOW_SECRETS_KEYSET_FILE",
                layout.keys().resolve("secrets.json").toString());
        all.put("OMNIFLOW_SECRETS_CREATE_KEYSET", "true");
        // On one machine the other side may be a fake on the same machine.
        all.put("OMNIFLOW_INTEGRATIONS_ALLOW_HTTP", "true");
        all.put("OMNIFLOW_PUBLIC_BASE_URL", "http://localhost:" + ports.gateway());
        all.put("OMNIFLOW_REPLICA_NAME", service.folder() + "-1");
        return new ServiceEnvironment(all);
    }

    /** For starting the service by hand in place of the launcher's own; holds passwords, so only the owner may read. */
    public void writeTo(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                variables.entrySet().stream()
                        .map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
                        .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return variables.keySet().toString();
    }
}
