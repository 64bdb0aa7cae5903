package io.omniflow.testing.sample;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/things")
@Produces(MediaType.APPLICATION_JSON)
public class ThingResource {
    private static final String EXAMPLE = """
            {"id": "019ab7d2-5a00-7000-8000-000000000001", "name": "Lamp", "kind": "small", "amount": null,
             "dueAt": null, "ownerId": null, "tags": [], "version": 1}""";

    private final Callers callers;
    private final Things things;
    private final Transactions transactions;
    private final IdempotentCalls idempotentCalls;

    ThingResource(Callers callers, Things things, Transactions transactions, IdempotentCalls idempotentCalls) {
        this.callers = callers;
        this.things = things;
        this.transactions = transactions;
        this.idempotentCalls = idempotentCalls;
    }

    @POST
    @RolesAllowed(Roles.AGENT)
    @Operation(summary = "Make a thing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(name = "lamp", value = "{\"name\": \"Lamp\", \"kind\": \"small\"}")))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = ThingView.class),
                            examples = @ExampleObject(name = "lamp", value = EXAMPLE)))
    public Uni<Response> make(@Valid MakeThingRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.current();
        List<String> tags = request.tags();
        ThingView thing = new ThingView(
                Ids.next(),
                request.name(),
                request.kind(),
                request.amount(),
                request.dueAt(),
                request.ownerId(),
                tags == null ? List.of() : tags,
                1);
        return idempotentCalls.once(
                caller, key, "things.make", request, connection -> things.insert(connection, caller.workspace(), thing)
                        .map(made -> Response.created(URI.create("/api/v1/things/" + made.id()))
                                .tag(Long.toString(made.version()))
                                .entity(made)
                                .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "List things")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(examples = @ExampleObject(name = "none", value = "{\"items\": [], \"nextCursor\": null}")))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("kind") @Nullable List<ThingKind> kinds,
            @QueryParam("ownerId") @Nullable UUID owner,
            @QueryParam("since") @Nullable Instant since,
            @Context UriInfo uri) {
        int count = Limit.of(limit);
        Optional<UUID> after = Optional.ofNullable(cursor)
                .map(given -> Cursors.uuid(Cursors.decode(given, 1).getFirst()));
        List<ThingKind> wanted = kinds == null ? List.of() : kinds;
        return things.list(callers.current().workspace(), wanted, after, count + 1)
                .map(rows -> Pages.response(
                        Page.cut(rows, count, last -> Cursors.encode(last.id().toString())), uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Read a thing")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ThingView.class),
                            examples = @ExampleObject(name = "lamp", value = EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return things.read(callers.current().workspace(), id).map(ThingResource::answer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.AGENT)
    @Operation(summary = "Change a thing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "rename", value = "{\"name\": \"Desk lamp\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ThingView.class),
                            examples = @ExampleObject(name = "lamp", value = EXAMPLE)))
    public Uni<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ChangeThingRequest request) {
        Caller caller = callers.current();
        Optional<Long> expected = ETags.ifMatch(ifMatch);
        return things.read(caller.workspace(), id)
                .invoke(before -> ETags.check(expected, before.version()))
                .map(before -> new ThingView(
                        id,
                        request.name().overRequired(before.name(), () -> Problems.invalid("/name", "Must not be null")),
                        request.kind().overRequired(before.kind(), () -> Problems.invalid("/kind", "Must not be null")),
                        before.amount(),
                        request.dueAt().over(before.dueAt()),
                        before.ownerId(),
                        before.tags(),
                        before.version() + 1))
                .flatMap(
                        after -> transactions.write(connection -> things.update(connection, caller.workspace(), after)))
                .map(ThingResource::answer);
    }

    @POST
    @Path("/uploads")
    @Blocking
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(hidden = true)
    @RolesAllowed(Roles.ADMIN)
    public long upload(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    @GET
    @Path("/broken")
    @Operation(hidden = true)
    @RolesAllowed(Roles.VIEWER)
    public Uni<Response> broken() {
        throw new IllegalStateException("a secret of the service");
    }

    @GET
    @Path("/unguarded")
    @Operation(hidden = true)
    public String unguarded() {
        return "nobody may see this";
    }

    private static Response answer(ThingView thing) {
        return Response.ok(thing).tag(Long.toString(thing.version())).build();
    }
}
