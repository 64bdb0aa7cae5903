package io.omniflow.integration.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.ConnectionProbe;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Asks Linear who the key belongs to and for the team. */
@ApplicationScoped
class LinearProbe implements ConnectionProbe {
    private final LinearClient linear;

    LinearProbe(LinearClient linear) {
        this.linear = linear;
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.LINEAR);
    }

    @Override
    public Uni<ProbeResult> probe(OpenConnection connection) {
        String team = connection.setting("teamId");
        return linear.call(connection, LinearDocuments.PROBE, Map.of("teamId", team))
                .map(answer -> switch (answer) {
                    case LinearAnswer.Data(JsonNode data) -> works(data);
                    case LinearAnswer.Unauthorized(String message) ->
                        broken("Linear does not accept the API key: " + message);
                    case LinearAnswer.Refused(String message) ->
                        broken("Linear accepts the API key but not the team " + team + ": " + message);
                    case LinearAnswer.Throttled(String message, var _) ->
                        broken("Linear is limiting this key right now, so it could not be tried: " + message);
                    case LinearAnswer.Unclear(String message, var _) -> broken(message);
                    case LinearAnswer.NotSent(String message, var _) -> broken(message);
                });
    }

    private static ProbeResult works(JsonNode data) {
        JsonNode team = data.path("team");
        return new ProbeResult.Works("Connected to Linear as "
                + data.path("viewer").path("name").asText() + "; issues go to team "
                + team.path("name").asText() + " (" + team.path("key").asText() + ").");
    }

    private static ProbeResult broken(String message) {
        return new ProbeResult.Broken(message);
    }
}
