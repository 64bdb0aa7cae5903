package io.omniflow.integration.hook.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.integration.hook.Endpoints;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * Puts the secret into the answer of its making. The stored answer of an idempotency key must not hold it in the clear; so
 * whoever repeats the call is shown the secret too, as long as it is still the first.
 */
@ApplicationScoped
class ShownOnce {
    private final Endpoints endpoints;
    private final ObjectMapper json;

    ShownOnce(Endpoints endpoints, ObjectMapper json) {
        this.endpoints = endpoints;
        this.json = json;
    }

    /** @param made the answer to a creation, fresh or repeated, without the secret */
    Uni<Response> in(WorkspaceId workspace, Response made) {
        String location = made.getHeaderString("Location");
        EndpointId id = new EndpointId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        return endpoints.open(workspace, id).map(found -> found.filter(open ->
                        open.endpoint().secretChangedAt().equals(open.endpoint().createdAt()))
                .map(open -> with(made, open.secrets().current().value()))
                .orElse(made));
    }

    private Response with(Response made, String secret) {
        try {
            ObjectNode body = (ObjectNode) json.readTree(json.writeValueAsString(made.getEntity()));
            return Response.fromResponse(made)
                    .entity(body.put("secret", secret))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer of our own is no JSON");
        }
    }
}
