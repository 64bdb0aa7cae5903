package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.AddConnection;
import io.omniflow.integration.connection.ChangeConnection;
import io.omniflow.integration.connection.CheckConnection;
import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.Healths;
import io.omniflow.integration.connection.RemoveConnection;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path(ConnectionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class ConnectionResource {
    static final String PATH = "/api/v1/integrations/connections";
    private static final String CREATE = "connections.create";

    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls calls;
    private final Connections connections;
    private final AddConnection add;
    private final ChangeConnection change;
    private final RemoveConnection remove;
    private final CheckConnection check;
    private final ConnectionConfig config;
    private final Healths healths;

    ConnectionResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls calls,
            Connections connections,
            AddConnection add,
            ChangeConnection change,
            RemoveConnection remove,
            CheckConnection check,
            ConnectionConfig config,
            Healths healths) {
        this.callers = callers;
        this.correlations = correlations;
        this.calls = calls;
        this.connections = connections;
        this.add = add;
        this.change = change;
        this.remove = remove;
        this.check = check;
        this.config = config;
        this.healths = healths;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "createConnection",
            summary = "Connect another system",
            description = "Secrets are encrypted at rest and never shown again. Systems: linear, jira_cloud,"
                    + " jira_data_center, slack.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionRequest.class),
                            examples = @ExampleObject(name = "linear", value = ConnectionExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Connected",
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionView.class),
                            examples = @ExampleObject(name = "linear", value = ConnectionExamples.VIEW)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull ConnectionRequest request) {
        Caller caller = callers.current();
        ConnectionDraft draft = request.draft(config.addresses());
        return calls.once(caller, key, CREATE, request, transaction -> add.add(
                        transaction, caller.workspace(), draft, correlations.originOf(caller))
                .map(added -> answer(
                        Response.created(URI.create(PATH + "/" + added.id().value())), added, new Health.Ok())));
    }

    @GET
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "listConnections",
            summary = "List connections",
            description = "Oldest first. Of secrets only which are set.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionPage.class),
                            examples = @ExampleObject(name = "one", value = ConnectionExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable ConnectionId after = cursor == null
                ? null
                : new ConnectionId(Cursors.uuid(Cursors.decode(cursor, 1).getFirst()));
        return connections
                .list(callers.current().workspace(), after, most + 1)
                .map(rows -> Page.cut(
                        rows, most, last -> Cursors.encode(last.id().value().toString())))
                .flatMap(page -> healths.degraded(
                                callers.current().workspace(),
                                page.items().stream().map(Connection::id).toList())
                        .map(degraded -> Pages.response(
                                page.map(connection -> ConnectionView.of(connection, health(degraded, connection))),
                                asked)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "getConnection",
            summary = "Read a connection",
            description = "Of secrets only which are set.")
    @APIResponse(
            responseCode = "200",
            description = "The connection",
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionView.class),
                            examples = @ExampleObject(name = "linear", value = ConnectionExamples.VIEW)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return connections
                .find(callers.current().workspace(), new ConnectionId(id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("The connection")))
                .flatMap(found -> shown(Response.ok(), found));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeConnection",
            summary = "Change a connection",
            description = "A JSON Merge Patch. Secrets left out stay as they are, but a change of baseUrl asks for the"
                    + " credentials again; the system cannot be changed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionRequest.class),
                            examples = @ExampleObject(name = "new key", value = ConnectionExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The connection after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionView.class),
                            examples = @ExampleObject(name = "linear", value = ConnectionExamples.VIEW)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ConnectionChangeRequest request) {
        Caller caller = callers.current();
        Optional<Long> expected = ETags.ifMatch(ifMatch);
        return change.change(
                        caller.workspace(),
                        new ConnectionId(id),
                        expected,
                        before -> request.over(before, config.addresses()),
                        correlations.originOf(caller))
                .flatMap(changed -> shown(Response.ok(), changed));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deleteConnection",
            summary = "Remove a connection",
            description = "Links made over it stay; deliveries still to be made over it fail and say why.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return remove.remove(
                        caller.workspace(), new ConnectionId(id), ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "testConnection",
            summary = "Try a connection",
            description = "Asks the other system who we are and whether the settings exist there; changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What it came to, in plain words",
            content =
                    @Content(
                            schema = @Schema(implementation = ProbeView.class),
                            examples = @ExampleObject(name = "works", value = ConnectionExamples.PROBE)))
    public Uni<ProbeView> test(@PathParam("id") UUID id) {
        return check.check(callers.current().workspace(), new ConnectionId(id)).map(ProbeView::of);
    }

    private Uni<Response> shown(Response.ResponseBuilder answer, Connection connection) {
        return healths.degraded(connection.workspace(), List.of(connection.id()))
                .map(degraded -> answer(answer, connection, health(degraded, connection)));
    }

    private static Health health(Map<ConnectionId, Health.Degraded> degraded, Connection connection) {
        Health.Degraded known = degraded.get(connection.id());
        return known == null ? new Health.Ok() : known;
    }

    private static Response answer(Response.ResponseBuilder answer, Connection connection, Health health) {
        return answer.entity(ConnectionView.of(connection, health))
                .tag(String.valueOf(connection.version()))
                .build();
    }
}
