package io.omniflow.ticket.rule.rest;

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
import io.omniflow.ticket.rule.KeepRules;
import io.omniflow.ticket.rule.Reports;
import io.omniflow.ticket.rule.Reports.Report;
import io.omniflow.ticket.rule.Rules;
import io.omniflow.ticket.rule.domain.Rule;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Automation rules. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "Tickets made and changed by what conversations tell")
public class RuleResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepRules keepRules;
    private final Rules rules;
    private final Reports reports;
    private final RulePatch rulePatch;

    RuleResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepRules keepRules,
            Rules rules,
            Reports reports,
            RulePatch rulePatch) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keepRules = keepRules;
        this.rules = rules;
        this.reports = reports;
        this.rulePatch = rulePatch;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "makeRule",
            summary = "Make an automation rule",
            description =
                    "All conditions given must hold. Without a position it goes behind the others. Placeholders of"
                            + " title and description: {subject}, {firstWords}, {contact.name}, {channel}. A calendar may be one"
                            + " that is not known yet.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RuleRequest.class),
                            examples = {
                                @ExampleObject(name = "a ticket for refunds", value = RuleExamples.MAKE),
                                @ExampleObject(name = "urgent for vips", value = RuleExamples.ESCALATE)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The rule, version 1",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleView.class),
                            examples = @ExampleObject(name = "a ticket for refunds", value = RuleExamples.RULE)))
    public Uni<Response> make(
            RuleRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Origin origin = correlations.originOf(caller);
        RuleRequest wanted = RuleRequest.required(request);
        return idempotentCalls.once(caller, key, "rules.make", request, transaction -> keepRules
                .make(transaction, caller.workspace(), wanted::terms, origin)
                .map(rule -> Response.created(asked.getAbsolutePathBuilder()
                                .path(rule.id().toString())
                                .build())
                        .header(HttpHeaders.ETAG, ETags.of(rule.version()))
                        .entity(RuleView.of(rule, Report.EMPTY))
                        .build()));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRules",
            summary = "List automation rules",
            description = "In the order they run in, for example the first ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleView.Several.class),
                            examples = @ExampleObject(name = "one rule", value = RuleExamples.PAGE)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        return rules.behind(caller.workspace(), place(cursor), most + 1)
                .map(found -> Page.cut(
                        found,
                        most,
                        last -> Cursors.encode(
                                Integer.toString(last.terms().position()),
                                last.id().toString())))
                .flatMap(page -> reports.of(
                                caller.workspace(),
                                page.items().stream().map(Rule::id).toList())
                        .map(known -> Pages.response(
                                page.map(rule -> RuleView.of(rule, known.getOrDefault(rule.id(), Report.EMPTY))),
                                asked)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readRule",
            summary = "Read an automation rule",
            description = "With how often it matched and what came of that, and its last ten errors. The ETag is the"
                    + " version, which counters do not raise.")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleView.class),
                            examples = @ExampleObject(name = "a ticket for refunds", value = RuleExamples.RULE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        Caller caller = callers.current();
        return keepRules.read(caller.workspace(), id).flatMap(rule -> answer(caller, rule));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "changeRule",
            summary = "Change an automation rule",
            description = "A JSON Merge Patch, also of the conditions; lists are replaced. To turn it off:"
                    + " {\"enabled\": false}. Another act needs the old one set to null.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RuleRequest.class),
                            examples = @ExampleObject(name = "off, and other words", value = RuleExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The rule after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleView.class),
                            examples = @ExampleObject(name = "a ticket for refunds", value = RuleExamples.RULE)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            Map<String, @Nullable Object> patch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        Map<String, @Nullable Object> wanted = RuleRequest.required(patch);
        return keepRules
                .change(
                        caller.workspace(),
                        id,
                        ETags.ifMatch(ifMatch),
                        before -> rulePatch.over(before, wanted),
                        correlations.originOf(caller))
                .flatMap(rule -> answer(caller, rule));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.LEAD)
    @Operation(
            operationId = "removeRule",
            summary = "Remove an automation rule",
            description = "With its counters and errors; the tickets it made stay, of course.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keepRules
                .remove(caller.workspace(), id, ETags.ifMatch(ifMatch), correlations.originOf(caller))
                .map(_ -> Response.noContent().build());
    }

    private Uni<Response> answer(Caller caller, Rule rule) {
        return reports.of(caller.workspace(), List.of(rule.id()))
                .map(known -> Response.ok(RuleView.of(rule, known.getOrDefault(rule.id(), Report.EMPTY)))
                        .header(HttpHeaders.ETAG, ETags.of(rule.version()))
                        .build());
    }

    private static Rules.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        long position = Cursors.number(parts.getFirst());
        if (position < 0 || position > Integer.MAX_VALUE) {
            throw Cursors.refused();
        }
        return new Rules.Place((int) position, Cursors.uuid(parts.getLast()));
    }
}
