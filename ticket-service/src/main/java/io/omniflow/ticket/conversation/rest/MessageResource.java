package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.FeedConversations;
import io.omniflow.ticket.conversation.ShownConversations;
import io.omniflow.ticket.conversation.domain.Message;
import io.omniflow.ticket.directory.Agents;
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
import java.util.ArrayList;
import java.util.List;
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

/** The messages of a conversation. */
@Path("/api/v1/conversations/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class MessageResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final FeedConversations feed;
    private final ShownConversations conversations;
    private final Agents agents;

    MessageResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            FeedConversations feed,
            ShownConversations conversations,
            Agents agents) {
        this.agents = agents;
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.feed = feed;
        this.conversations = conversations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "tellMessage",
            summary = "Tell of a message",
            description = "One that was received, or one that was sent; to send one, reply to the ticket. A message of"
                    + " the contact reopens a ticket that waits or is resolved; one of an agent is an answer, unless its"
                    + " replyId tells that a reply was delivered. For example what the customer writes next.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MessageRequest.class),
                            examples = @ExampleObject(name = "of the customer", value = MessageRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The message",
            content =
                    @Content(
                            schema = @Schema(implementation = MessageView.class),
                            examples = @ExampleObject(name = "of the customer", value = MessageView.EXAMPLE)))
    public Uni<Response> add(
            @PathParam("id") UUID id,
            MessageRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo asked) {
        Caller caller = callers.current();
        List<FieldError> errors = new ArrayList<>();
        ConversationRules.required(request).check("", errors);
        ConversationRules.refuse(errors);
        FeedConversations.Target target =
                new FeedConversations.Target(caller.workspace(), id, Optional.empty(), correlations.originOf(caller));
        return agents.ofCaller(caller.workspace(), caller)
                .map(request::message)
                .flatMap(told ->
                        idempotentCalls.once(caller, key, "messages.add " + id, request, transaction -> feed.addMessage(
                                        transaction, target, told)
                                .map(message -> created(message, asked))));
    }

    private static Response created(Message message, UriInfo asked) {
        return Response.created(asked.getAbsolutePathBuilder()
                        .path(message.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(MessageView.VERSION))
                .entity(MessageView.of(message))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listMessages",
            summary = "List messages",
            description = "Newest first, for example the last ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = MessageView.MessagePage.class),
                            examples = @ExampleObject(name = "one message", value = MessageView.PAGE)))
    public Uni<Response> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        ShownConversations.@Nullable Place behind = Places.of(cursor);
        return conversations
                .find(caller.workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("conversation")))
                .flatMap(found -> conversations.messages(caller.workspace(), id, behind, most + 1))
                .map(found -> Page.cut(found, most, last -> Places.cursor(last.at(), last.id())))
                .map(page -> Pages.response(page.map(MessageView::of), asked));
    }

    @GET
    @Path("/{messageId}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readMessage",
            summary = "Read a message",
            description = "For example the one a fact of the timeline names.")
    @APIResponse(
            responseCode = "200",
            description = "The message",
            content =
                    @Content(
                            schema = @Schema(implementation = MessageView.class),
                            examples = @ExampleObject(name = "of the customer", value = MessageView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id, @PathParam("messageId") UUID messageId) {
        return conversations
                .message(callers.current().workspace(), id, messageId)
                .map(found -> Response.ok(MessageView.of(found.orElseThrow(() -> Problems.notFound("message"))))
                        .header(HttpHeaders.ETAG, ETags.of(MessageView.VERSION))
                        .build());
    }
}
