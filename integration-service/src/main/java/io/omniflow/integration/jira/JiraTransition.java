package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.sync.domain.ExternalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way from where an issue is now to another status.
 *
 * @param resolution the id of the one to be set, when the transition's screen demands one
 * @param wants what else the screen demands and only a person can say
 */
record JiraTransition(String id, String name, ExternalState to, Optional<String> resolution, List<String> wants) {
    private static final String RESOLUTION = "resolution";

    JiraTransition {
        wants = List.copyOf(wants);
    }

    /** Jira has transitions that lead nowhere; they are left out. */
    static List<JiraTransition> all(JsonNode answer) {
        return answer.path("transitions")
                .valueStream()
                .flatMap(node -> JiraReadings.state(node.path("to")).map(to -> of(node, to)).stream())
                .toList();
    }

    private static JiraTransition of(JsonNode node, ExternalState to) {
        List<String> wants = new ArrayList<>();
        Optional<String> resolution = Optional.empty();
        for (var field : node.path("fields").properties()) {
            JsonNode about = field.getValue();
            if (!about.path("required").asBoolean()
                    || about.path("hasDefaultValue").asBoolean()) {
                continue;
            }
            String first = about.path("allowedValues").path(0).path("id").asText("");
            if (field.getKey().equals(RESOLUTION) && !first.isEmpty()) {
                resolution = Optional.of(first);
            } else {
                wants.add(about.path("name").asText(field.getKey()));
            }
        }
        return new JiraTransition(node.path("id").asText(), node.path("name").asText(), to, resolution, wants);
    }
}
