package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
public class CheckConnection {
    private final Connections connections;
    private final Map<ExternalSystem, ConnectionProbe> probes;

    CheckConnection(Connections connections, @All List<ConnectionProbe> probes) {
        this.connections = connections;
        this.probes = probes.stream()
                .flatMap(probe -> probe.systems().stream().map(system -> Map.entry(system, probe)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Uni<ProbeResult> check(WorkspaceId workspace, ConnectionId id) {
        return connections
                .open(workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The connection")))
                .flatMap(open -> probeFor(open.connection().terms().system()).probe(open));
    }

    private ConnectionProbe probeFor(ExternalSystem system) {
        ConnectionProbe probe = probes.get(system);
        if (probe == null) {
            throw new IllegalStateException("no probe for " + system);
        }
        return probe;
    }
}
