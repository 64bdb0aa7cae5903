package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.ConvertConversation;
import io.omniflow.ticket.conversation.ConvertConversation.Converted;
import io.omniflow.ticket.conversation.domain.TicketDraft;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.OpenTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.listing.TicketExamples;
import io.omniflow.ticket.listing.TicketView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A conversation becomes a ticket. Stands here because it reads and shows tickets. */
@Path("/api/v1/conversations/{id}/convert")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class ConvertResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final OpenTicket openTicket;
    private final ConvertConversation convertConversation;
    private final ShownTickets tickets;
    private final CallerScopes scopes;

    ConvertResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            OpenTicket openTicket,
            ConvertConversation convertConversation,
            ShownTickets tickets,
            CallerScopes scopes) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.openTicket = openTicket;
        this.convertConversation = convertConversation;
        this.tickets = tickets;
        this.scopes = scopes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "convertConversation",
            summary = "Convert a conversation to a ticket",
            description = "The title comes from the subject or the first words; contact and tags are carried, the"
                    + " conversation is linked. Converting again answers 200 with the first ticket; with force, and only"
                    + " if that one is closed, a new one is made and the link moves. For example with a priority.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConvertRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "urgent for a good customer",
                                            value = ConvertRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The ticket, version 1",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketView.class),
                            examples = @ExampleObject(name = "a bug", value = TicketExamples.TICKET)))
    public Uni<Response> convert(
            @PathParam("id") UUID conversation,
            ConvertRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo asked) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        Caller caller = callers.current();
        TicketDraft draft = request.draft();
        Origin origin = correlations.originOf(caller);
        return scopes.of(caller)
                .flatMap(scope -> openTicket.number(caller.workspace()).flatMap(number -> {
                    ConvertConversation.Request wanted = new ConvertConversation.Request(
                            caller.workspace(), conversation, number, draft, request.again(), origin, scope);
                    return idempotentCalls.once(
                            caller,
                            key,
                            "conversations.convert " + conversation,
                            request,
                            transaction -> convertConversation
                                    .convert(transaction, wanted)
                                    .flatMap(converted -> answer(transaction, wanted, converted, asked)));
                }));
    }

    private Uni<Response> answer(
            SqlConnection transaction, ConvertConversation.Request wanted, Converted converted, UriInfo asked) {
        return switch (converted) {
            case Converted.Made(Ticket ticket) -> Uni.createFrom().item(created(ticket, asked));
            case Converted.Known known ->
                tickets.find(transaction, wanted.workspace(), new TicketRef.ById(known.ticket()), wanted.scope())
                        .map(found -> TicketResource.answer(found.orElseThrow(() -> Problems.notFound("ticket"))));
        };
    }

    private static Response created(Ticket ticket, UriInfo asked) {
        return Response.created(asked.getBaseUriBuilder()
                        .path(TicketResource.class)
                        .path(ticket.id().value().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(ticket.version()))
                .entity(TicketView.fresh(ticket))
                .build();
    }
}
