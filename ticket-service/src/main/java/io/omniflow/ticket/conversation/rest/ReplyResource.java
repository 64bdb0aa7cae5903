package io.omniflow.ticket.conversation.rest;

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
import io.omniflow.ticket.conversation.Replies;
import io.omniflow.ticket.conversation.SendReply;
import io.omniflow.ticket.conversation.domain.Reply;
import io.omniflow.ticket.directory.Agents;
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/** Replies to the customer: they go out on the channel of the linked conversation. */
@Path("/api/v1/tickets/{idOrNumber}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replies", description = "Text to the customer, and whether it has arrived")
public class ReplyResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final SendReply sendReply;
    private final Replies replies;
    private final ShownTickets tickets;
    private final CallerScopes scopes;
    private final Agents agents;

    ReplyResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            SendReply sendReply,
            Replies replies,
            ShownTickets tickets,
            CallerScopes scopes,
            Agents agents) {
        this.scopes = scopes;
        this.agents = agents;
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.sendReply = sendReply;
        this.replies = replies;
        this.tickets = tickets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "sendReply",
            summary = "Reply to the customer",
            description = "Through the ticket's conversation, which has to be named where there are several. The answer"
                    + " counts from now on; whether the inbox has delivered it shows in delivery. For example a first"
                    + " word that somebody is on it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReplyRequest.class),
                            examples = @ExampleObject(name = "a first word", value = ReplyRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "The reply is on its way",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplyView.class),
                            examples = @ExampleObject(name = "a first word", value = ReplyView.EXAMPLE)))
    public Uni<Response> send(
            @PathParam("idOrNumber") String ticket,
            ReplyRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo asked) {
        Caller caller = callers.current();
        TicketRef ref = TicketRefs.of(ticket);
        Optional<UUID> conversation =
                Optional.ofNullable(ConversationRules.required(request).conversationId());
        String text = request.text();
        Origin origin = correlations.originOf(caller);
        return scopes.of(caller).flatMap(scope -> agents.ofCaller(caller.workspace(), caller)
                .map(agent -> new SendReply.Request(caller.workspace(), ref, conversation, text, agent, origin, scope))
                .flatMap(wanted ->
                        idempotentCalls.once(caller, key, "replies.send " + ticket, request, transaction -> sendReply
                                .send(transaction, wanted)
                                .map(reply -> accepted(reply, asked)))));
    }

    private static Response accepted(Reply reply, UriInfo asked) {
        return answer(
                Response.accepted()
                        .location(asked.getAbsolutePathBuilder()
                                .path(reply.id().toString())
                                .build()),
                reply);
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listReplies",
            summary = "List replies",
            description = "Newest first, for example the last ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplyView.ReplyPage.class),
                            examples = @ExampleObject(name = "one reply", value = ReplyView.PAGE)))
    public Uni<Response> list(
            @PathParam("idOrNumber") String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        @Nullable UUID before = cursor == null || cursor.isEmpty()
                ? null
                : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
        return ticketId(caller, ticket)
                .flatMap(id -> replies.of(caller.workspace(), id, before, most + 1))
                .map(found ->
                        Page.cut(found, most, last -> Cursors.encode(last.id().toString())))
                .map(page -> Pages.response(page.map(ReplyView::of), asked));
    }

    @GET
    @Path("/{replyId}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readReply",
            summary = "Read a reply",
            description = "For example whether it was delivered.")
    @APIResponse(
            responseCode = "200",
            description = "The reply",
            content =
                    @Content(
                            schema = @Schema(implementation = ReplyView.class),
                            examples = @ExampleObject(name = "a first word", value = ReplyView.EXAMPLE)))
    public Uni<Response> read(@PathParam("idOrNumber") String ticket, @PathParam("replyId") UUID replyId) {
        Caller caller = callers.current();
        return ticketId(caller, ticket)
                .flatMap(id -> replies.read(caller.workspace(), id, replyId))
                .map(found -> answer(Response.ok(), found.orElseThrow(() -> Problems.notFound("reply"))));
    }

    private Uni<UUID> ticketId(Caller caller, String ticket) {
        TicketRef ref = TicketRefs.of(ticket);
        return scopes.of(caller)
                .flatMap(scope -> tickets.find(caller.workspace(), ref, scope))
                .map(found -> found.orElseThrow(() -> Problems.notFound("ticket"))
                        .ticket()
                        .id()
                        .value());
    }

    private static Response answer(Response.ResponseBuilder answer, Reply reply) {
        return answer.entity(ReplyView.of(reply))
                .header(HttpHeaders.ETAG, ETags.of(reply.version()))
                .build();
    }
}
