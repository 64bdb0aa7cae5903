package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who reads and changes issues at which system. */
@ApplicationScoped
public class IssueSystems {
    private final Map<ExternalSystem, Issues> systems;

    IssueSystems(@All List<Issues> all) {
        this.systems = all.stream()
                .flatMap(issues -> issues.systems().stream().map(system -> Map.entry(system, issues)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Empty for a system without issues. */
    public Optional<Issues> of(OpenConnection connection) {
        return Optional.ofNullable(systems.get(connection.connection().terms().system()));
    }
}
