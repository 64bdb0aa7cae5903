package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.FeedConversations;
import io.omniflow.ticket.conversation.Mirrored;
import io.omniflow.ticket.conversation.ShownConversations;
import io.omniflow.ticket.conversation.domain.Activity;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.directory.Agents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The mirror of the inbox: read by agents, and fed by those who do not feed it by Kafka. */
@Path("/api/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations", description = "The mirror of the inbox")
public class ConversationResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final Transactions transactions;
    private final FeedConversations feed;
    private final ShownConversations conversations;
    private final Agents agents;

    ConversationResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            Transactions transactions,
            FeedConversations feed,
            ShownConversations conversations,
            Agents agents) {
        this.agents = agents;
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.transactions = transactions;
        this.feed = feed;
        this.conversations = conversations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "tellConversation",
            summary = "Tell of a conversation",
            description = "For those who do not feed the mirror by Kafka. An external id that its channel has already"
                    + " answers 200 with that conversation and changes nothing. For example an e-mail that came in.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OpenConversationRequest.class),
                            examples = @ExampleObject(name = "an e-mail", value = OpenConversationRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The conversation",
            content =
                    @Content(
                            schema = @Schema(implementation = ConversationView.class),
                            examples = @ExampleObject(name = "an e-mail", value = ConversationView.EXAMPLE)))
    public Uni<Response> open(
            OpenConversationRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Opening opening = ConversationRules.required(request).opening();
        Origin origin = correlations.originOf(caller);
        return agents.ofCaller(caller.workspace(), caller)
                .map(agent -> Optional.ofNullable(request.message()).map(told -> told.message(agent)))
                .flatMap(message ->
                        idempotentCalls.once(caller, key, "conversations.open", request, transaction -> feed.open(
                                        transaction, caller.workspace(), opening, message, origin)
                                .flatMap(opened -> shown(
                                                transaction,
                                                caller,
                                                opened.conversation().id())
                                        .map(shown -> opened(opened.novelty(), shown, asked)))));
    }

    private static Response opened(Mirrored.Novelty novelty, ShownConversations.Shown shown, UriInfo asked) {
        return novelty == Mirrored.Novelty.KNOWN
                ? answer(Response.ok(), shown)
                : answer(
                        Response.created(asked.getAbsolutePathBuilder()
                                .path(shown.conversation().id().toString())
                                .build()),
                        shown);
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listConversations",
            summary = "List conversations",
            description = "Those opened last first; filters narrow each other. For example"
                    + " ?channel=email&state=open&q=payment.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = ConversationView.ConversationPage.class),
                            examples = @ExampleObject(name = "one conversation", value = ConversationView.PAGE)))
    public Uni<Response> list(
            @QueryParam("channel") @Nullable Channel channel,
            @QueryParam("contact") @Nullable UUID contact,
            @QueryParam("state") @Nullable Activity state,
            @QueryParam("ticket") @Nullable UUID ticket,
            @Parameter(description = "A part of the subject", example = "payment") @QueryParam("q") @Nullable String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        ShownConversations.Filter filter = new ShownConversations.Filter(
                channel, contact, state, ticket, q == null || q.isBlank() ? null : q.strip());
        return conversations
                .matching(caller.workspace(), filter, Places.of(cursor), most + 1)
                .map(found -> Page.cut(
                        found,
                        most,
                        last -> Places.cursor(
                                last.conversation().openedAt(),
                                last.conversation().id())))
                .map(page -> Pages.response(page.map(ConversationView::of), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readConversation",
            summary = "Read a conversation",
            description = "With the ticket it is linked to, for example before converting it.")
    @Shows
    public Uni<Response> read(@PathParam("id") UUID id) {
        return conversations
                .find(callers.current().workspace(), id)
                .map(found -> answer(Response.ok(), found.orElseThrow(() -> Problems.notFound("conversation"))));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "closeConversation",
            summary = "Close a conversation",
            description = "Its ticket stays as it is. For example after the customer has hung up; closing again changes"
                    + " nothing, and a message of the contact opens it again.")
    @Shows
    public Uni<Response> close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        FeedConversations.Target target = new FeedConversations.Target(
                caller.workspace(), id, ETags.ifMatch(ifMatch), correlations.originOf(caller));
        return transactions.write(transaction -> feed.close(transaction, target)
                .flatMap(closed -> shown(transaction, caller, id))
                .map(shown -> answer(Response.ok(), shown)));
    }

    private Uni<ShownConversations.Shown> shown(SqlConnection transaction, Caller caller, UUID id) {
        return conversations
                .find(transaction, caller.workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("conversation")));
    }

    static Response answer(Response.ResponseBuilder answer, ShownConversations.Shown shown) {
        return answer.entity(ConversationView.of(shown))
                .header(HttpHeaders.ETAG, ETags.of(shown.conversation().version()))
                .build();
    }

    /** The one answer most of these give. */
    @APIResponse(
            responseCode = "200",
            description = "The conversation",
            content =
                    @Content(
                            schema = @Schema(implementation = ConversationView.class),
                            examples = @ExampleObject(name = "an e-mail", value = ConversationView.EXAMPLE)))
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Shows {}
}
