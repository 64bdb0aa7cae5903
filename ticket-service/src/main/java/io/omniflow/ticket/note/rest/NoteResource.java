package io.omniflow.ticket.note.rest;

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
import io.omniflow.ticket.lifecycle.CallerScopes;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.note.Note;
import io.omniflow.ticket.note.Notes;
import io.omniflow.ticket.note.WriteNotes;
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

/** A ticket's internal notes. The ETag of a note is its own version, not the ticket's. */
@Path("/api/v1/tickets/{idOrNumber}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes", description = "Internal text on a ticket")
public class NoteResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final WriteNotes writeNotes;
    private final Notes notes;
    private final ShownTickets tickets;
    private final CallerScopes scopes;

    NoteResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            WriteNotes writeNotes,
            Notes notes,
            ShownTickets tickets,
            CallerScopes scopes) {
        this.scopes = scopes;
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.writeNotes = writeNotes;
        this.notes = notes;
        this.tickets = tickets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "addNote",
            summary = "Add a note",
            description =
                    "For example what a colleague found out. The customer never sees it. With the audience engineering it is also"
                            + " told to the linked issues, where their connection carries comments.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NoteRequest.class),
                            examples = @ExampleObject(name = "a finding", value = NoteView.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The note",
            content =
                    @Content(
                            schema = @Schema(implementation = NoteView.class),
                            examples = @ExampleObject(name = "a finding", value = NoteView.EXAMPLE)))
    public Uni<Response> add(
            @PathParam("idOrNumber") String ticket,
            NoteRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo asked) {
        Caller caller = callers.current();
        WriteNotes.Draft draft = NoteRequest.draft(request);
        return target(caller, ticket)
                .flatMap(target ->
                        idempotentCalls.once(caller, key, "notes.add " + ticket, request, transaction -> writeNotes
                                .add(transaction, target, draft)
                                .map(note -> created(note, asked))));
    }

    private static Response created(Note note, UriInfo asked) {
        return Response.created(asked.getAbsolutePathBuilder()
                        .path(note.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(note.version()))
                .entity(NoteView.of(note))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listNotes",
            summary = "List notes",
            description = "Newest first, for example the last ten with ?limit=10.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = NoteView.NotePage.class),
                            examples = @ExampleObject(name = "one note", value = NoteView.PAGE)))
    public Uni<Response> list(
            @PathParam("idOrNumber") String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        @Nullable UUID before =
                cursor == null ? null : Cursors.uuid(Cursors.decode(cursor, 1).getFirst());
        return ticketId(caller, ticket)
                .flatMap(id -> notes.of(caller.workspace(), id, before, most + 1))
                .map(found ->
                        Page.cut(found, most, last -> Cursors.encode(last.id().toString())))
                .map(page -> Pages.response(page.map(NoteView::of), asked));
    }

    @GET
    @Path("/{noteId}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readNote",
            summary = "Read a note",
            description = "For example before an edit, which needs the note's ETag (its version in quotes).")
    @APIResponse(
            responseCode = "200",
            description = "The note",
            content =
                    @Content(
                            schema = @Schema(implementation = NoteView.class),
                            examples = @ExampleObject(name = "a finding", value = NoteView.EXAMPLE)))
    public Uni<Response> read(@PathParam("idOrNumber") String ticket, @PathParam("noteId") UUID noteId) {
        Caller caller = callers.current();
        return ticketId(caller, ticket)
                .flatMap(id -> notes.read(caller.workspace(), id, noteId))
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("note"))));
    }

    @PATCH
    @Path("/{noteId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "editNote",
            summary = "Edit a note",
            description = "Needs If-Match with the note's ETag, for example If-Match: \"1\", so that no edit is lost.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EditNoteRequest.class),
                            examples = @ExampleObject(name = "a finding", value = NoteView.EDIT)))
    @APIResponse(
            responseCode = "200",
            description = "The note after the edit",
            content =
                    @Content(
                            schema = @Schema(implementation = NoteView.class),
                            examples = @ExampleObject(name = "a finding", value = NoteView.EXAMPLE)))
    public Uni<Response> edit(
            @PathParam("idOrNumber") String ticket,
            @PathParam("noteId") UUID noteId,
            EditNoteRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String body = EditNoteRequest.text(request);
        long version = ETags.ifMatchRequired(ifMatch);
        return target(callers.current(), ticket)
                .flatMap(target -> writeNotes.edit(target, noteId, version, body))
                .map(NoteResource::answer);
    }

    @DELETE
    @Path("/{noteId}")
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "deleteNote",
            summary = "Delete a note",
            description =
                    "What it said stays in the audit log. For example DELETE …/notes/019ab3f1-0d2e-7c3f-8a4b-5c6d7e8f9a0b.")
    @APIResponse(responseCode = "204", description = "The note is gone")
    public Uni<Void> delete(
            @PathParam("idOrNumber") String ticket,
            @PathParam("noteId") UUID noteId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Optional<Long> version = ETags.ifMatch(ifMatch);
        return target(callers.current(), ticket).flatMap(target -> writeNotes.delete(target, noteId, version));
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

    private Uni<ChangeTicket.Target> target(Caller caller, String ticket) {
        TicketRef ref = TicketRefs.of(ticket);
        Origin origin = correlations.originOf(caller);
        return scopes.of(caller)
                .map(scope -> new ChangeTicket.Target(caller.workspace(), ref, Optional.empty(), origin, scope));
    }

    private static Response answer(Note note) {
        return Response.ok(NoteView.of(note))
                .header(HttpHeaders.ETAG, ETags.of(note.version()))
                .build();
    }
}
