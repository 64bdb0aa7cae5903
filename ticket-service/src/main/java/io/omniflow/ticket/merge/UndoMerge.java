package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.merge.domain.MergeRefusal;
import io.omniflow.ticket.merge.domain.Undoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes a merge back: its sources get what they brought, as far as it is still there, and the state they had. */
@ApplicationScoped
public class UndoMerge {
    private final TicketsInBulk tickets;
    private final Merges merges;
    private final SaveMerge save;

    UndoMerge(TicketsInBulk tickets, Merges merges, SaveMerge save) {
        this.tickets = tickets;
        this.merges = merges;
        this.save = save;
    }

    /**
     * The destination with its facts, none when the merge was undone before. Fails with 404 for what was never merged so, and
     * with 409 while another merge is in the way; then nothing is written. How long it may be asked for is merge-service's.
     */
    public Uni<Accepted> undo(SqlConnection transaction, MergeTickets.Request request) {
        return tickets.lock(transaction, request.workspace(), request.all())
                .map(locked -> new Involved(locked, request.sources(), request.destination(), TicketScope.ALL))
                .flatMap(involved -> merges.find(transaction, request.workspace(), request.mergeId())
                        .map(found -> found.filter(standing -> isThat(standing, request))
                                .orElseThrow(() -> MergeProblems.of(new MergeRefusal.UnknownMerge(request.mergeId()))))
                        .flatMap(standing -> switch (standing.state()) {
                            case UNDONE -> Uni.createFrom().item(new Accepted(involved.destination(), List.of()));
                            case MERGED -> undo(transaction, request, involved, standing);
                        }));
    }

    /** Only then all of its tickets are locked. */
    private static boolean isThat(Merges.Standing standing, MergeTickets.Request request) {
        return standing.destination().equals(request.destination())
                && Set.copyOf(standing.sources()).equals(Set.copyOf(request.sources()));
    }

    private Uni<Accepted> undo(
            SqlConnection transaction, MergeTickets.Request request, Involved involved, Merges.Standing standing) {
        Involved ordered = new Involved(involved.locked(), standing.sources(), standing.destination());
        Undoing undoing = new Undoing(
                request.mergeId(),
                ordered.destination(),
                ordered.sources(),
                standing.kept(),
                standing.grants(),
                standing.holder());
        return switch (undoing.decide(ordered.now())) {
            case Undoing.Declined(MergeRefusal reason) -> Uni.createFrom().failure(MergeProblems.of(reason));
            case Undoing.Undone undone -> takeBack(transaction, request, undone);
        };
    }

    private Uni<Accepted> takeBack(SqlConnection transaction, MergeTickets.Request request, Undoing.Undone undone) {
        Instant at = undone.destination().ticket().updatedAt();
        WorkspaceId workspace = request.workspace();
        return merges.takeBack(transaction, workspace, undone, at)
                .chain(() -> save.all(transaction, workspace, undone.sources(), undone.destination(), request.origin()))
                .replaceWith(undone.destination());
    }
}
