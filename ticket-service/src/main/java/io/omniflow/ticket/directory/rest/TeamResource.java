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
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.directory.KeepTeams;
import io.omniflow.ticket.directory.Team;
import io.omniflow.ticket.directory.Teams;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Teams: the routing scopes of tickets. */
@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "The routing scopes of tickets")
public class TeamResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepTeams keepTeams;
    private final Teams teams;

    TeamResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepTeams keepTeams,
            Teams teams) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keepTeams = keepTeams;
        this.teams = teams;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "addTeam",
            summary = "Add a team",
            description = "Only the name is required. 409 when the id or the name is taken, for example by "
                    + "a team that is not archived.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddTeamRequest.class),
                            examples = @ExampleObject(name = "billing", value = TeamView.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The team",
            content =
                    @Content(
                            schema = @Schema(implementation = TeamView.class),
                            examples = @ExampleObject(name = "billing", value = TeamView.EXAMPLE)))
    public Uni<Response> add(
            AddTeamRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Origin origin = correlations.originOf(caller);
        String name = Rules.required(request).checkedName();
        UUID id = request.id() == null ? Ids.next() : request.id();
        return idempotentCalls.once(caller, key, "teams.add", request, transaction -> keepTeams
                .add(transaction, caller.workspace(), id, name, request.leadId(), origin)
                .map(team -> Answers.created(team.id(), TeamView.of(team), team.version(), asked)));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listTeams",
            summary = "List teams",
            description =
                    "In the order of their ids, archived ones too; for example the first ten with " + "?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = TeamView.TeamPage.class),
                            examples = @ExampleObject(name = "one team", value = TeamView.PAGE)))
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        return teams.all(caller.workspace(), Answers.behind(cursor), most + 1)
                .map(found -> Answers.page(found, most, Team::id, TeamView::of, asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readTeam",
            summary = "Read a team",
            description = "For example /api/v1/teams/019ab3f0-0a00-7000-8000-000000000003. The ETag is the version.")
    @APIResponse(
            responseCode = "200",
            description = "The team",
            content =
                    @Content(
                            schema = @Schema(implementation = TeamView.class),
                            examples = @ExampleObject(name = "billing", value = TeamView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return teams.find(callers.current().workspace(), id)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("team"))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "changeTeam",
            summary = "Change a team",
            description = "A JSON Merge Patch; If-Match is honoured. For example leadId set to null leaves "
                    + "the team without a lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeTeamRequest.class),
                            examples = @ExampleObject(name = "billing", value = TeamView.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The team after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = TeamView.class),
                            examples = @ExampleObject(name = "billing", value = TeamView.EXAMPLE)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            ChangeTeamRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        UnaryOperator<Team> change = Rules.required(request).change();
        return keepTeams
                .change(caller.workspace(), id, ETags.ifMatch(ifMatch), change, correlations.originOf(caller))
                .map(TeamResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "archiveTeam",
            summary = "Archive a team",
            description = "Its tickets stay readable, its name is free again. For example after two teams became one.")
    @APIResponse(responseCode = "204", description = "The team is archived")
    public Uni<Void> archive(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keepTeams.archive(caller.workspace(), id, ETags.ifMatch(ifMatch), correlations.originOf(caller));
    }

    private static Response answer(Team team) {
        return Answers.of(TeamView.of(team), team.version());
    }
}
