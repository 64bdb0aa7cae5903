package io.omniflow.ticket.notification.rest;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.paging.Page;
import io.omniflow.kit.paging.Pages;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.notification.Notification;
import io.omniflow.ticket.notification.Notifications;
import io.omniflow.ticket.notification.ReadNotifications;
import io.omniflow.ticket.notification.Recipient;
import io.omniflow.ticket.notification.Recipients;
import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

/** What the caller's agent was told, and what of it is read. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "An agent's own feed")
public class NotificationResource {
    private final Callers callers;
    private final Recipients recipients;
    private final Notifications notifications;
    private final ReadNotifications reading;

    NotificationResource(
            Callers callers, Recipients recipients, Notifications notifications, ReadNotifications reading) {
        this.callers = callers;
        this.recipients = recipients;
        this.notifications = notifications;
        this.reading = reading;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listNotifications",
            summary = "List the caller's notifications",
            description =
                    "Newest first, of the agent whose subject, or id, the token's sub is; 403 when there is none. For"
                            + " example ?unread=true&kind=mentioned. unread counts the whole feed. Kept for 90 days.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = NotificationView.Several.class),
                            examples = @ExampleObject(name = "a mention", value = NotificationView.PAGE)))
    public Uni<Response> list(
            @Parameter(description = "true for what is not read yet") @QueryParam("unread") @Nullable Boolean unread,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        int most = Limit.of(limit);
        @Nullable UUID behind = cursor == null || cursor.isEmpty()
                ? null
                : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
        Notifications.Filter filter = new Notifications.Filter(
                Boolean.TRUE.equals(unread) ? Notifications.Shown.UNREAD : Notifications.Shown.ALL, kind);
        return recipients
                .of(callers.current())
                .flatMap(recipient ->
                        notifications.of(recipient, filter, behind, most + 1, NotificationView.Several.MOST))
                .map(part -> page(part, most, asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readNotification",
            summary = "Read a notification",
            description = "One of the caller's own, for example before it is marked as read. The ETag is the version.")
    @APIResponse(
            responseCode = "200",
            description = "The notification",
            content =
                    @Content(
                            schema = @Schema(implementation = NotificationView.class),
                            examples = @ExampleObject(name = "a mention", value = NotificationView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return recipients
                .ofSingle(callers.current())
                .flatMap(recipient -> notifications.find(recipient, id))
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("notification"))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "markNotification",
            summary = "Mark a notification as read, or as unread again",
            description = "A JSON Merge Patch; If-Match is honoured. For example read set to true.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeNotificationRequest.class),
                            examples = @ExampleObject(name = "read", value = NotificationView.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The notification after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = NotificationView.class),
                            examples = @ExampleObject(name = "a mention", value = NotificationView.EXAMPLE)))
    public Uni<Response> mark(
            @PathParam("id") UUID id,
            ChangeNotificationRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        Optional<Long> version = ETags.ifMatch(ifMatch);
        Optional<ReadNotifications.Mark> mark = required(request).mark();
        return recipients
                .ofSingle(caller)
                .flatMap(recipient -> marked(recipient, id, version, mark))
                .map(NotificationResource::answer);
    }

    @POST
    @Path("/read")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "markNotificationsUpTo",
            summary = "Mark all up to one as read",
            description =
                    "What came in after the one named stays as it is: name the newest that was seen, for example the"
                            + " first of the list.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReadUpToRequest.class),
                            examples = @ExampleObject(name = "up to one", value = ReadUpToRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "How many were not read before",
            content =
                    @Content(
                            schema = @Schema(implementation = ReadUpToRequest.Done.class),
                            examples = @ExampleObject(name = "three", value = ReadUpToRequest.Done.EXAMPLE)))
    public Uni<Response> readUpTo(ReadUpToRequest request) {
        UUID upTo = required(request).required();
        return recipients
                .of(callers.current())
                .flatMap(recipient -> reading.readUpTo(recipient, upTo))
                .map(read -> Response.ok(new ReadUpToRequest.Done(read)).build());
    }

    private Uni<Notification> marked(
            Recipient recipient, UUID id, Optional<Long> version, Optional<ReadNotifications.Mark> mark) {
        if (mark.isPresent()) {
            return reading.mark(recipient, id, version, mark.get());
        }
        return notifications
                .find(recipient, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("notification")))
                .invoke(found -> ETags.check(version, found.version()));
    }

    private static Response page(Notifications.Part part, int most, UriInfo asked) {
        Page<NotificationView> page = Page.cut(
                        part.items(), most, last -> Cursors.encode(last.id().toString()))
                .map(NotificationView::of);
        return Response.fromResponse(Pages.response(page, asked))
                .entity(new NotificationView.Several(
                        page.items(), page.nextCursor(), NotificationView.Several.shown(part.unread())))
                .build();
    }

    private static Response answer(Notification notification) {
        return Response.ok(NotificationView.of(notification))
                .header(HttpHeaders.ETAG, ETags.of(notification.version()))
                .build();
    }

    private static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }
}
