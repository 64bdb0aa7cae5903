package io.omniflow.ticket.field.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.DefineFields;
import io.omniflow.ticket.field.FieldDefinitions;
import io.omniflow.ticket.field.Fields;
import io.omniflow.ticket.field.domain.FieldDefinition;
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
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Definitions of custom fields. */
@Path("/api/v1/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custom fields", description = "What a workspace defines beside the fields every ticket has")
public class FieldResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final DefineFields defineFields;
    private final FieldDefinitions definitions;
    private final Fields fields;

    FieldResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            DefineFields defineFields,
            FieldDefinitions definitions,
            Fields fields) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.defineFields = defineFields;
        this.definitions = definitions;
        this.fields = fields;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "addCustomField",
            summary = "Define a custom field",
            description = "Key, label and type are required; options belong to the selects, a regex (RE2, of the whole"
                    + " text) to text. An archived field is defined again by its key, if the type is the same; for example"
                    + " 409 for a text that becomes a number.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddFieldRequest.class),
                            examples = {
                                @ExampleObject(name = "a text", value = FieldView.REQUEST),
                                @ExampleObject(name = "a select", value = FieldView.SELECT)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The definition",
            content =
                    @Content(
                            schema = @Schema(implementation = FieldView.class),
                            examples = @ExampleObject(name = "a text", value = FieldView.EXAMPLE)))
    public Uni<Response> add(
            AddFieldRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Origin origin = correlations.originOf(caller);
        FieldDefinition wanted = required(request).wanted();
        return idempotentCalls
                .once(caller, key, "custom-fields.add", request, transaction -> defineFields
                        .add(transaction, caller.workspace(), wanted, origin)
                        .map(definition -> created(definition, asked)))
                .invoke(() -> fields.forget(caller.workspace()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listCustomFields",
            summary = "List custom fields",
            description = "In the order of their keys, archived ones too; for example the first ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = FieldView.FieldPage.class),
                            examples = @ExampleObject(name = "one field", value = FieldView.PAGE)))
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable String behind = cursor == null || cursor.isEmpty()
                ? null
                : Cursors.decode(cursor, 1).getFirst();
        return definitions
                .all(callers.current().workspace(), behind, most + 1)
                .map(found -> Page.cut(found, most, last -> Cursors.encode(last.key())))
                .map(page -> Pages.response(page.map(FieldView::of), asked));
    }

    @GET
    @Path("/{key}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readCustomField",
            summary = "Read a custom field",
            description = "For example /api/v1/custom-fields/vendor_ticket_id. The ETag is the version.")
    @APIResponse(
            responseCode = "200",
            description = "The definition",
            content =
                    @Content(
                            schema = @Schema(implementation = FieldView.class),
                            examples = @ExampleObject(name = "a text", value = FieldView.EXAMPLE)))
    public Uni<Response> read(@PathParam("key") String key) {
        return definitions
                .find(callers.current().workspace(), key)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("custom field"))));
    }

    @PATCH
    @Path("/{key}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "changeCustomField",
            summary = "Change a custom field",
            description =
                    "A JSON Merge Patch; If-Match is honoured. Values stay as they are, for example when the label"
                            + " changes. Options are only added.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeFieldRequest.class),
                            examples = @ExampleObject(name = "another label", value = FieldView.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The definition after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = FieldView.class),
                            examples = @ExampleObject(name = "a text", value = FieldView.EXAMPLE)))
    public Uni<Response> change(
            @PathParam("key") String key,
            ChangeFieldRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        UnaryOperator<FieldDefinition> change = required(request).change();
        return defineFields
                .change(caller.workspace(), key, ETags.ifMatch(ifMatch), change, correlations.originOf(caller))
                .map(FieldResource::answer);
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "archiveCustomField",
            summary = "Archive a custom field",
            description = "Tickets take no new values of it; those there are stay readable and can be filtered on, for"
                    + " example for a report.")
    @APIResponse(responseCode = "204", description = "The field is archived")
    public Uni<Void> archive(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return defineFields.archive(caller.workspace(), key, ETags.ifMatch(ifMatch), correlations.originOf(caller));
    }

    private static Response created(FieldDefinition definition, UriInfo asked) {
        return Response.created(
                        asked.getAbsolutePathBuilder().path(definition.key()).build())
                .header(HttpHeaders.ETAG, ETags.of(definition.version()))
                .entity(FieldView.of(definition))
                .build();
    }

    private static Response answer(FieldDefinition definition) {
        return Response.ok(FieldView.of(definition))
                .header(HttpHeaders.ETAG, ETags.of(definition.version()))
                .build();
    }

    /** A body that is empty, or the JSON value null, is no request. */
    private static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }
}
