package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Agent;
import io.omniflow.ticket.directory.Agents;
import io.omniflow.ticket.directory.KeepAgents;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agents: those who work on tickets. */
@Path("/api/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents", description = "Those who work on tickets")
public class AgentResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepAgents keepAgents;
    private final Agents agents;

    AgentResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepAgents keepAgents,
            Agents agents) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keepAgents = keepAgents;
        this.agents = agents;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "addAgent",
            summary = "Add an agent",
            description = "Only the name is required. The subject is the sub of the tokens this agent signs"
                    + " in with; the id always counts as one. 409 when the id or the subject is taken, "
                    + "for example by a colleague.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddAgentRequest.class),
                            examples = @ExampleObject(name = "anna", value = AgentView.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The agent",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "anna", value = AgentView.EXAMPLE)))
    public Uni<Response> add(
            AddAgentRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Origin origin = correlations.originOf(caller);
        Agent wanted = Rules.required(request).wanted();
        return idempotentCalls
                .once(caller, key, "agents.add", request, transaction -> keepAgents
                        .add(transaction, caller.workspace(), wanted, origin)
                        .map(agent -> Answers.created(agent.id(), AgentView.of(agent), agent.version(), asked)))
                .invoke(agents::forgetCallers);
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listAgents",
            summary = "List agents",
            description = "In the order of their ids; for example the first ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.AgentPage.class),
                            examples = @ExampleObject(name = "one agent", value = AgentView.PAGE)))
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        return agents.all(caller.workspace(), Answers.behind(cursor), most + 1)
                .map(found -> Answers.page(found, most, Agent::id, AgentView::of, asked));
    }

    @GET
    @Path("/me")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readOwnAgent",
            summary = "Read the caller's agent",
            description =
                    "The agent whose subject, or whose id, the token's sub is; 404 when there is none, for example"
                            + " for a token of another system.")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "anna", value = AgentView.EXAMPLE)))
    public Uni<Response> readOwn() {
        Caller caller = callers.current();
        return agents.ofCaller(caller.workspace(), caller)
                .flatMap(own -> agents.find(caller.workspace(), own.orElseThrow(() -> Problems.notFound("agent"))))
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("agent"))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readAgent",
            summary = "Read an agent",
            description = "For example /api/v1/agents/019ab3f0-0a00-7000-8000-000000000003. The ETag is the version.")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "anna", value = AgentView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return agents.find(callers.current().workspace(), id)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("agent"))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "changeAgent",
            summary = "Change an agent",
            description = "A JSON Merge Patch; If-Match is honoured. For example active set to false: no "
                    + "ticket can be assigned any more.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeAgentRequest.class),
                            examples = @ExampleObject(name = "anna", value = AgentView.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The agent after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "anna", value = AgentView.EXAMPLE)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            ChangeAgentRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        UnaryOperator<Agent> change = Rules.required(request).change();
        return keepAgents
                .change(caller.workspace(), id, ETags.ifMatch(ifMatch), change, correlations.originOf(caller))
                .map(AgentResource::answer);
    }

    private static Response answer(Agent agent) {
        return Answers.of(AgentView.of(agent), agent.version());
    }
}
