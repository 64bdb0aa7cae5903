package io.omniflow.merge.retention.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.merge.retention.ChangeRetention;
import io.omniflow.merge.retention.Retention;
import io.omniflow.merge.retention.Retentions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long the caller's workspace keeps its audit log in the log. */
@Path("/api/v1/audit/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit log")
public class RetentionResource {
    private final Callers callers;
    private final Correlations correlations;
    private final Retentions retentions;
    private final ChangeRetention changeRetention;

    RetentionResource(
            Callers callers, Correlations correlations, Retentions retentions, ChangeRetention changeRetention) {
        this.callers = callers;
        this.correlations = correlations;
        this.retentions = retentions;
        this.changeRetention = changeRetention;
    }

    @GET
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "readAuditRetention",
            summary = "Read how long the audit log stays in the log",
            description =
                    "Version 0 and for ever as long as nothing was set. For example, after 730 days whole days of entries go"
                            + " into signed archives.")
    @APIResponse(
            responseCode = "200",
            description = "The setting",
            content =
                    @Content(
                            schema = @Schema(implementation = RetentionView.class),
                            examples = @ExampleObject(name = "two years", value = RetentionView.EXAMPLE)))
    public Uni<Response> read() {
        return retentions.of(callers.current().workspace()).map(RetentionResource::answer);
    }

    @PATCH
    @RolesAllowed(Roles.ADMIN)
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeAuditRetention",
            summary = "Change how long the audit log stays in the log",
            description =
                    "At least 365 days, or null for ever; If-Match is honoured. What is older goes into signed archives;"
                            + " nothing is ever dropped. Answers 409 where this installation has no key to sign with.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeRetentionRequest.class),
                            examples = @ExampleObject(name = "for ever", value = ChangeRetentionRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The setting as it is then",
            content =
                    @Content(
                            schema = @Schema(implementation = RetentionView.class),
                            examples = @ExampleObject(name = "two years", value = RetentionView.EXAMPLE)))
    public Uni<Response> change(
            ChangeRetentionRequest request, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return changeRetention
                .change(caller.workspace(), request.keepDays(), ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(RetentionResource::answer);
    }

    private static Response answer(Retention retention) {
        return Response.ok(RetentionView.of(retention))
                .header(HttpHeaders.ETAG, ETags.of(retention.version()))
                .build();
    }
}
