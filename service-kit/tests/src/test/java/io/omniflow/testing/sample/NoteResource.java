package io.omniflow.testing.sample;

import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A request that sets off an event. */
@Path("/api/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
    private final Callers callers;
    private final Correlations correlations;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Obstacles obstacles;

    NoteResource(
            Callers callers, Correlations correlations, Outbox outbox, Transactions transactions, Obstacles obstacles) {
        this.callers = callers;
        this.correlations = correlations;
        this.outbox = outbox;
        this.transactions = transactions;
        this.obstacles = obstacles;
    }

    @POST
    @RolesAllowed(Roles.AGENT)
    @Operation(hidden = true)
    public Uni<Response> add(@Valid AddNoteRequest request) {
        Caller caller = callers.current();
        OutboundEvent command = OutboundEvent.of(
                caller.workspace(),
                request.ticketId(),
                new TicketCommand.AddNote(request.ticketId(), request.body()),
                Instant.now(),
                null,
                correlations.originOf(caller));
        return obstacles
                .pass(request.body())
                .chain(() -> transactions.write(transaction -> outbox.append(transaction, List.of(command))))
                .replaceWith(() -> Response.accepted().build());
    }
}
