package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.FeedConversations;
import io.omniflow.ticket.conversation.ShownConversations;
import io.omniflow.ticket.lifecycle.domain.Tags;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A conversation's tags, one at a time. Doing it twice changes nothing the second time. */
@Path("/api/v1/conversations/{id}/tags/{tag}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENT)
@Tag(name = "Conversations")
public class ConversationTagResource {
    private final Callers callers;
    private final Correlations correlations;
    private final Transactions transactions;
    private final FeedConversations feed;
    private final ShownConversations conversations;

    ConversationTagResource(
            Callers callers,
            Correlations correlations,
            Transactions transactions,
            FeedConversations feed,
            ShownConversations conversations) {
        this.callers = callers;
        this.correlations = correlations;
        this.transactions = transactions;
        this.feed = feed;
        this.conversations = conversations;
    }

    @PUT
    @Operation(
            operationId = "addConversationTag",
            summary = "Add a tag",
            description = "A tag that is there changes nothing. For example PUT …/tags/billing.")
    @ConversationResource.Shows
    public Uni<Response> addTag(
            @PathParam("id") UUID id,
            @Parameter(example = "billing", schema = @Schema(minLength = 1, maxLength = Tags.LONGEST)) @PathParam("tag")
                    String tag,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String checked = checked(tag);
        return retag(id, ifMatch, tags -> tags.with(checked));
    }

    @DELETE
    @Operation(
            operationId = "removeConversationTag",
            summary = "Remove a tag",
            description = "A tag that is not there changes nothing. For example DELETE …/tags/billing.")
    @ConversationResource.Shows
    public Uni<Response> removeTag(
            @PathParam("id") UUID id,
            @Parameter(example = "billing", schema = @Schema(minLength = 1, maxLength = Tags.LONGEST)) @PathParam("tag")
                    String tag,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String checked = checked(tag);
        return retag(id, ifMatch, tags -> tags.without(checked));
    }

    private Uni<Response> retag(UUID id, @Nullable String ifMatch, Function<Tags, Tags> change) {
        Caller caller = callers.current();
        FeedConversations.Target target = new FeedConversations.Target(
                caller.workspace(), id, ETags.ifMatch(ifMatch), correlations.originOf(caller));
        return transactions.write(transaction -> feed.retag(transaction, target, change)
                .flatMap(changed -> conversations.find(transaction, caller.workspace(), id))
                .map(found -> ConversationResource.answer(
                        Response.ok(), found.orElseThrow(() -> Problems.notFound("conversation")))));
    }

    private static String checked(String tag) {
        List<FieldError> errors = new ArrayList<>();
        ConversationRules.tag("tag", tag, errors);
        ConversationRules.refuse(errors);
        return tag;
    }
}
