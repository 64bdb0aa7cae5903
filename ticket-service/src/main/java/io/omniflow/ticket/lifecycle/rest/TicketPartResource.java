package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.listing.TicketExamples;
import io.omniflow.ticket.listing.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A ticket's tags, conversations and contacts, one at a time. Doing it twice changes nothing the second time. */
@Path("/api/v1/tickets/{idOrNumber}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENT)
@Tag(name = "Ticket links", description = "Tags, conversations and contacts of a ticket")
public class TicketPartResource {
    private static final String DOES =
            "Answers the ticket as it is then. For example with If-Match: \"3\" only if the ticket"
                    + " still is at version 3.";

    private final Callers callers;
    private final Correlations correlations;
    private final ChangeTicket changeTicket;
    private final ShownTickets tickets;
    private final CallerScopes scopes;

    TicketPartResource(
            Callers callers,
            Correlations correlations,
            ChangeTicket changeTicket,
            ShownTickets tickets,
            CallerScopes scopes) {
        this.scopes = scopes;
        this.callers = callers;
        this.correlations = correlations;
        this.changeTicket = changeTicket;
        this.tickets = tickets;
    }

    @PUT
    @Path("/tags/{tag}")
    @Operation(operationId = "addTag", summary = "Add a tag", description = DOES)
    @Shows
    public Uni<Response> addTag(
            @PathParam("idOrNumber") String ticket,
            @Parameter(example = "billing", schema = @Schema(minLength = 1, maxLength = Tags.LONGEST)) @PathParam("tag")
                    String tag,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ticket, ifMatch, new Step.AddTag(checked(tag)));
    }

    @DELETE
    @Path("/tags/{tag}")
    @Operation(operationId = "removeTag", summary = "Remove a tag", description = DOES)
    @Shows
    public Uni<Response> removeTag(
            @PathParam("idOrNumber") String ticket,
            @Parameter(example = "billing", schema = @Schema(minLength = 1, maxLength = Tags.LONGEST)) @PathParam("tag")
                    String tag,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ticket, ifMatch, new Step.RemoveTag(checked(tag)));
    }

    @PUT
    @Path("/conversations/{conversationId}")
    @Operation(operationId = "linkConversation", summary = "Link a conversation", description = DOES)
    @Shows
    public Uni<Response> linkConversation(
            @PathParam("idOrNumber") String ticket,
            @PathParam("conversationId") UUID conversation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ticket, ifMatch, new Step.LinkConversation(conversation));
    }

    @DELETE
    @Path("/conversations/{conversationId}")
    @Operation(operationId = "unlinkConversation", summary = "Unlink a conversation", description = DOES)
    @Shows
    public Uni<Response> unlinkConversation(
            @PathParam("idOrNumber") String ticket,
            @PathParam("conversationId") UUID conversation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ticket, ifMatch, new Step.UnlinkConversation(conversation));
    }

    @PUT
    @Path("/contacts/{contactId}")
    @Operation(operationId = "linkContact", summary = "Link a contact", description = DOES)
    @Shows
    public Uni<Response> linkContact(
            @PathParam("idOrNumber") String ticket,
            @PathParam("contactId") UUID contact,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ticket, ifMatch, new Step.LinkContact(contact));
    }

    @DELETE
    @Path("/contacts/{contactId}")
    @Operation(operationId = "unlinkContact", summary = "Unlink a contact", description = DOES)
    @Shows
    public Uni<Response> unlinkContact(
            @PathParam("idOrNumber") String ticket,
            @PathParam("contactId") UUID contact,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ticket, ifMatch, new Step.UnlinkContact(contact));
    }

    private Uni<Response> change(String ticket, @Nullable String ifMatch, Step step) {
        Caller caller = callers.current();
        TicketRef ref = TicketRefs.of(ticket);
        Optional<Long> version = ETags.ifMatch(ifMatch);
        Origin origin = correlations.originOf(caller);
        return scopes.of(caller)
                .map(scope -> new ChangeTicket.Target(caller.workspace(), ref, version, origin, scope))
                .flatMap(target -> changeTicket.change(target, current -> List.of(step)))
                .flatMap(changed -> tickets.find(caller.workspace(), new TicketRef.ById(changed.id())))
                .map(found -> TicketResource.answer(found.orElseThrow(() -> Problems.notFound("ticket"))));
    }

    private static String checked(String tag) {
        List<FieldError> errors = new ArrayList<>();
        Rules.tag("tag", tag, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return tag;
    }

    /** The one answer all of these give. */
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketView.class),
                            examples = @ExampleObject(name = "a bug", value = TicketExamples.TICKET)))
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Shows {}
}
