package io.omniflow.ticket.stale;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.Tickets;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** A ticket to be pinged about or closed: it must wait, and be one of its own. */
@ApplicationScoped
class WaitingTicket {
    private final Tickets tickets;

    WaitingTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Fails with 404, or 409 for a ticket that does not wait. */
    Uni<Locked> lock(SqlConnection transaction, ChangeTicket.Target target) {
        return tickets.lock(transaction, target.workspace(), target.ref())
                .map(found -> found.orElseThrow(() -> Problems.notFound("ticket")))
                .invoke(locked -> {
                    if (locked.ticket().status() != Status.WAITING
                            || locked.ticket().mergedInto() != null) {
                        throw Problems.conflict("not-waiting", "The ticket does not wait");
                    }
                });
    }
}
