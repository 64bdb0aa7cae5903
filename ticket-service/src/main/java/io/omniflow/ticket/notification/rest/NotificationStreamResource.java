package io.omniflow.ticket.notification.rest;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.ticket.live.Position;
import io.omniflow.ticket.live.SentEvents;
import io.omniflow.ticket.notification.FeedNews;
import io.omniflow.ticket.notification.LiveFeeds;
import io.omniflow.ticket.notification.Notification;
import io.omniflow.ticket.notification.Recipients;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What comes into the caller's feed, as it happens. */
@Path("/api/v1/notifications/stream")
@Tag(name = "Notifications")
public class NotificationStreamResource {
    private static final String EXAMPLE = """
            id: 90211.1187.1795770000
            event: notification
            data: {"id": "019ab3f0-6d00-7a11-9c00-000000000001", "kind": "assigned", "ticketNumber": 42, "read": false}

            id: 90214.1189.1795770001
            event: read
            data: {"id": null, "upTo": "019ab3f0-6d00-7a11-9c00-000000000001", "read": true}

            """;

    private final Callers callers;
    private final Recipients recipients;
    private final LiveFeeds live;

    NotificationStreamResource(Callers callers, Recipients recipients, LiveFeeds live) {
        this.callers = callers;
        this.recipients = recipients;
        this.live = live;
    }

    /** The data of {@code read}: of one notification, or of one and all before it. */
    @Schema(name = "MarkedNotifications")
    record Marked(@Nullable UUID id, @Nullable UUID upTo, boolean read) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "streamNotifications",
            summary = "The caller's notifications as they come",
            description =
                    "Server-Sent Events. notification: one is new, or says something else than before (a breach was"
                            + " withdrawn); its data is the notification as it is now. read: one (id), or one and all before it (upTo),"
                            + " was marked, here or elsewhere. For Last-Event-ID, reset, comments and bounds see"
                            + " GET /tickets/stream; both kinds of streams count together.")
    @APIResponse(
            responseCode = "200",
            description = "Events without an end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "two", value = EXAMPLE)))
    public Uni<Void> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse events) {
        Caller caller = callers.current();
        Optional<Position> resumed = Position.ofLastEvent(lastEventId);
        return recipients
                .of(caller)
                .invoke(recipient -> SentEvents.begin(
                        live.stream(caller, recipient, resumed), sink, events, NotificationStreamResource::form))
                .replaceWithVoid();
    }

    private static SentEvents.Form form(FeedNews news) {
        return switch (news) {
            case FeedNews.Told(Notification told) -> new SentEvents.Form("notification", NotificationView.of(told));
            case FeedNews.Marked(Notification marked) ->
                new SentEvents.Form("read", new Marked(marked.id(), null, marked.readAt() != null));
            case FeedNews.ReadUpTo(UUID last) -> new SentEvents.Form("read", new Marked(null, last, true));
        };
    }
}
