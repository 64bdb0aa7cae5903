package io.omniflow.integration.sync.rest;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.sync.ChangeMapping;
import io.omniflow.integration.sync.ListStates;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/integrations/connections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class MappingResource {
    private final Callers callers;
    private final Correlations correlations;
    private final ChangeMapping mapping;
    private final ListStates states;

    MappingResource(Callers callers, Correlations correlations, ChangeMapping mapping, ListStates states) {
        this.callers = callers;
        this.correlations = correlations;
        this.mapping = mapping;
        this.states = states;
    }

    @GET
    @Path("/states")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "listConnectionStates",
            summary = "List the states of a connection's issues",
            description = "Asked of the other system right now. The first of a kind is the one that kind stands for.")
    @APIResponse(
            responseCode = "200",
            description = "All states",
            content =
                    @Content(
                            schema = @Schema(implementation = StateList.class),
                            examples = @ExampleObject(name = "two", value = MappingExamples.STATES)))
    @APIResponse(responseCode = "409", description = "The other system did not tell; its own words are the detail")
    public Uni<StateList> states(@PathParam("id") UUID id) {
        return states.list(callers.current().workspace(), new ConnectionId(id)).map(StateList::of);
    }

    @GET
    @Path("/mapping")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "getConnectionMapping",
            summary = "Read what states and statuses mean to each other",
            description = "Each direction is its own. What nobody has said otherwise is the default, as version 0.")
    @APIResponse(
            responseCode = "200",
            description = "The mapping",
            content =
                    @Content(
                            schema = @Schema(implementation = MappingBody.class),
                            examples = @ExampleObject(name = "with comments", value = MappingExamples.MAPPING)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return mapping.read(callers.current().workspace(), new ConnectionId(id)).map(MappingResource::answer);
    }

    @PUT
    @Path("/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putConnectionMapping",
            summary = "Say what states and statuses mean to each other",
            description =
                    "Replaces the mapping. A rule for one state goes before a rule for its kind; null leaves the other side"
                            + " alone. Counts from the next change on. With comments, notes for engineering become comments and"
                            + " comments such notes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MappingBody.class),
                            examples = @ExampleObject(name = "with comments", value = MappingExamples.MAPPING)))
    @APIResponse(
            responseCode = "200",
            description = "The mapping after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = MappingBody.class),
                            examples = @ExampleObject(name = "with comments", value = MappingExamples.MAPPING)))
    public Uni<Response> put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull MappingBody body) {
        Caller caller = callers.current();
        return mapping.change(
                        caller.workspace(),
                        new ConnectionId(id),
                        ETags.ifMatch(ifMatch),
                        body.mapping(),
                        correlations.originOf(caller))
                .map(MappingResource::answer);
    }

    private static Response answer(StoredMapping stored) {
        return Response.ok(MappingBody.of(stored))
                .tag(String.valueOf(stored.version()))
                .build();
    }
}
