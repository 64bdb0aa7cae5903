package io.omniflow.sla.policy.rest.simulation;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.http.Prefer;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.policy.SketchPolicies;
import io.omniflow.sla.simulation.RunSimulations;
import io.omniflow.sla.simulation.SeeSimulations;
import io.omniflow.sla.simulation.Simulation;
import io.omniflow.sla.simulation.StartSimulation;
import io.omniflow.sla.simulation.TooManySimulations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Simulations: begin, see how far, cancel. */
@Path("/api/v1/sla/simulate")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEAD)
@Tag(name = "Simulations", description = "What would have been missed under another policy")
public class SimulateResource {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int RETRY_SECONDS = 5;

    private final Callers callers;
    private final IdempotentCalls idempotentCalls;
    private final StartSimulation starting;
    private final RunSimulations running;
    private final SeeSimulations seeing;

    SimulateResource(
            Callers callers,
            IdempotentCalls idempotentCalls,
            StartSimulation starting,
            RunSimulations running,
            SeeSimulations seeing) {
        this.callers = callers;
        this.idempotentCalls = idempotentCalls;
        this.starting = starting;
        this.running = running;
        this.seeing = seeing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "simulatePolicy",
            summary = "Try a draft policy on past tickets",
            description =
                    "Measures the tickets created in a period again from their facts, as if the workspace's newest"
                            + " policies with the draft among them had held from each ticket's beginning, and compares that with how"
                            + " they came out. That tickets were put under other policies on purpose is passed over. Nothing is"
                            + " told, and no clock changes. With Prefer: wait=30 the answer comes when it is done, if it is by"
                            + " then. What was found is kept for seven days.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulateRequest.class),
                            examples = @ExampleObject(name = "stricter", value = SimulationExamples.SIMULATE)))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location tells how far it is",
            content =
                    @Content(
                            schema = @Schema(implementation = SimulationView.class),
                            examples = @ExampleObject(name = "done in time", value = SimulationExamples.SIMULATION)))
    @APIResponse(responseCode = "429", description = "Ten simulations of the workspace are not over")
    public Uni<Response> simulate(
            SimulateRequest request,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo asked) {
        Caller caller = callers.current();
        Duration wait = Prefer.wait(prefer);
        SketchPolicies.Wanted wanted = request.wanted();
        StartSimulation.Tickets tickets = request.tickets();
        return idempotentCalls
                .once(caller, key, "simulations.start", request, transaction -> starting.start(
                                transaction, caller, wanted, tickets)
                        .map(queued -> Response.accepted()
                                .header(HttpHeaders.LOCATION, location(asked, queued.id()))
                                .build()))
                .onFailure(TooManySimulations.class)
                .transform(SimulateResource::tooMany)
                .invoke(running::wake)
                .flatMap(answer -> state(caller.workspace(), idOf(answer), wait))
                .map(simulation -> Response.accepted(SimulationView.of(simulation))
                        .header(HttpHeaders.LOCATION, location(asked, simulation.id()))
                        .header(HttpHeaders.ETAG, ETags.of(simulation.version()))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readSimulation",
            summary = "See how far a simulation is",
            description = "For example until its state is completed. The result is that of the tickets done so far.")
    @APIResponse(
            responseCode = "200",
            description = "The simulation",
            content =
                    @Content(
                            schema = @Schema(implementation = SimulationView.class),
                            examples = @ExampleObject(name = "done", value = SimulationExamples.SIMULATION)))
    @APIResponse(responseCode = "404", description = "No such simulation in this workspace, or not any more")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return seeing.one(callers.current().workspace(), id)
                .map(simulation -> Response.ok(SimulationView.of(simulation))
                        .header(HttpHeaders.ETAG, ETags.of(simulation.version()))
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "cancelSimulation",
            summary = "Cancel a simulation",
            description = "What it has found so far stays to be seen. One that is over stays as it is.")
    @APIResponse(responseCode = "204", description = "It goes on no longer")
    @APIResponse(responseCode = "404", description = "No such simulation in this workspace, or not any more")
    public Uni<Response> cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return seeing.cancel(callers.current().workspace(), id, ETags.ifMatch(ifMatch))
                .map(_ -> Response.noContent().build());
    }

    private Uni<Simulation> state(WorkspaceId workspace, UUID id, Duration wait) {
        Uni<Simulation> now = Uni.createFrom().deferred(() -> seeing.one(workspace, id));
        if (wait.isZero()) {
            return now;
        }
        return now.repeat()
                .withDelay(POLL)
                .atMost(Math.max(1, wait.dividedBy(POLL)))
                .select()
                .first(simulation -> !simulation.isOver())
                .collect()
                .last()
                .chain(() -> now);
    }

    private static HttpProblem tooMany(Throwable failure) {
        return HttpProblem.builder(Problems.of(429, "too-many-simulations", failure.getMessage()))
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    private static String location(UriInfo asked, UUID id) {
        return asked.getAbsolutePathBuilder().path(id.toString()).build().toString();
    }

    private static UUID idOf(Response answer) {
        String location = answer.getHeaderString(HttpHeaders.LOCATION);
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
