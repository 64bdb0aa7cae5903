package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.directory.Agents;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.MergeRefusal;
import io.omniflow.ticket.merge.domain.Merging;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Merges tickets into one: locks all of them in the order of their ids, decides, moves and saves at once. */
@ApplicationScoped
public class MergeTickets {
    private final TicketsInBulk tickets;
    private final Merges merges;
    private final Agents agents;
    private final SaveMerge save;

    MergeTickets(TicketsInBulk tickets, Merges merges, Agents agents, SaveMerge save) {
        this.tickets = tickets;
        this.merges = merges;
        this.agents = agents;
        this.save = save;
    }

    /** @param mergeId made by whoever asks; the same one again changes nothing */
    public record Request(
            WorkspaceId workspace, UUID mergeId, List<TicketId> sources, TicketId destination, Origin origin) {
        List<UUID> all() {
            List<UUID> all = new ArrayList<>();
            sources.forEach(source -> all.add(source.value()));
            all.add(destination.value());
            return all;
        }
    }

    /**
     * The destination with its facts, none when the merge was carried out before. Fails with 404, 409 or 422, see {@link
     * MergeProblems}; then nothing is written.
     */
    public Uni<Accepted> merge(SqlConnection transaction, Request request) {
        Optional<MergeRefusal> flaw = Merging.flaw(request.sources(), request.destination());
        return flaw.isPresent()
                ? Uni.createFrom().failure(MergeProblems.of(flaw.get()))
                : attempt(transaction, request);
    }

    private Uni<Accepted> attempt(SqlConnection transaction, Request request) {
        return agents.limits(transaction, request.workspace(), Actors.subject(request.origin()))
                .map(TicketScope::new)
                .flatMap(scope -> tickets.lock(transaction, request.workspace(), request.all())
                        .map(locked -> new Involved(locked, request.sources(), request.destination(), scope)))
                .flatMap(involved -> merges.find(transaction, request.workspace(), request.mergeId())
                        .flatMap(known -> known.isPresent()
                                ? Uni.createFrom().item(new Accepted(involved.destination(), List.of()))
                                : fresh(transaction, request, involved)));
    }

    private Uni<Accepted> fresh(SqlConnection transaction, Request request, Involved involved) {
        Ticket destination = involved.destination();
        List<Ticket> sources = involved.sources();
        return merges.ground(
                        transaction,
                        request.workspace(),
                        destination.id().value(),
                        sources.stream().map(source -> source.id().value()).toList())
                .map(ground -> new Merging(
                                request.mergeId(),
                                destination,
                                sources,
                                ground.notes(),
                                ground.grants(),
                                ground.start())
                        .decide(involved.now()))
                .flatMap(outcome -> switch (outcome) {
                    case Merging.Declined(MergeRefusal reason) ->
                        Uni.createFrom().failure(MergeProblems.of(reason));
                    case Merging.Merged merged -> carryOut(transaction, request, merged);
                });
    }

    private Uni<Accepted> carryOut(SqlConnection transaction, Request request, Merging.Merged merged) {
        Instant at = merged.destination().ticket().updatedAt();
        return merges.carryOut(transaction, request.workspace(), merged, at)
                .chain(() -> save.all(
                        transaction, request.workspace(), merged.sources(), merged.destination(), request.origin()))
                .replaceWith(merged.destination());
    }
}
