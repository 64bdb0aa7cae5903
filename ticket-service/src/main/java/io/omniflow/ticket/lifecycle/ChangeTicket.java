package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.Fields;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Decision;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Refused;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.merge.KeepTraces;
import io.omniflow.ticket.rule.TagOccasions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.MDC;

/** Changes one ticket: lock, decide, save with the events. Concurrent changes of one ticket take turns at its row. */
@ApplicationScoped
public class ChangeTicket {
    private final Transactions transactions;
    private final Tickets tickets;
    private final TicketEvents events;
    private final Fields fields;
    private final TagOccasions tagOccasions;
    private final KeepTraces traces;

    ChangeTicket(
            Transactions transactions,
            Tickets tickets,
            TicketEvents events,
            Fields fields,
            TagOccasions tagOccasions,
            KeepTraces traces) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.events = events;
        this.fields = fields;
        this.tagOccasions = tagOccasions;
        this.traces = traces;
    }

    /** Who changes which ticket, the version it must have where the caller insists on one, and what the caller may see. */
    public record Target(
            WorkspaceId workspace, TicketRef ref, Optional<Long> version, Origin origin, TicketScope scope) {
        /** For whoever may see all tickets. */
        public Target(WorkspaceId workspace, TicketRef ref, Optional<Long> version, Origin origin) {
            this(workspace, ref, version, origin, TicketScope.ALL);
        }
    }

    /** In a transaction of its own. Fails with 404, 409, 412, or 422 for a custom field. */
    public Uni<Ticket> change(Target target, Function<Ticket, List<Step>> steps) {
        return transactions.write(
                transaction -> within(transaction, target, steps).map(Accepted::ticket));
    }

    /** Inside the caller's transaction. Fails with 404, 409, 412, or 422 for a custom field; then nothing is written. */
    public Uni<Accepted> within(SqlConnection transaction, Target target, Function<Ticket, List<Step>> steps) {
        return tickets.lock(transaction, target.workspace(), target.ref()).flatMap(found -> {
            Locked locked = found.filter(seen -> target.scope().holds(seen.ticket()))
                    .orElseThrow(() -> Problems.notFound("ticket"));
            MDC.put("ticketId", locked.ticket().id().value());
            ETags.check(target.version(), locked.ticket().version());
            return typed(transaction, target.workspace(), steps.apply(locked.ticket()))
                    .flatMap(typed -> decide(locked, typed)
                            .flatMap(accepted -> save(transaction, target, accepted))
                            .call(accepted -> traces.of(transaction, target.workspace(), typed, accepted)));
        });
    }

    /** The steps with values of custom fields in the form they are kept in. */
    private Uni<List<Step>> typed(SqlConnection transaction, WorkspaceId workspace, List<Step> steps) {
        Uni<List<Step>> typed = Uni.createFrom().item(List.of());
        for (Step step : steps) {
            typed = typed.flatMap(before -> typed(transaction, workspace, step)
                    .map(next -> Stream.concat(before.stream(), Stream.of(next)).toList()));
        }
        return typed;
    }

    private Uni<Step> typed(SqlConnection transaction, WorkspaceId workspace, Step step) {
        return step instanceof Step.PatchCustomFields given
                ? fields.checked(transaction, workspace, defined -> defined.patched(given.patch()))
                        .map(Step.PatchCustomFields::new)
                : Uni.createFrom().item(step);
    }

    private static Uni<Accepted> decide(Locked locked, List<Step> steps) {
        Decision decision = locked.ticket().decide(steps, locked.now());
        return switch (decision) {
            case Accepted accepted -> Uni.createFrom().item(accepted);
            case Refused refused -> Uni.createFrom().failure(RefusalProblems.of(refused.reason()));
        };
    }

    /** The conversations linked before or after the change; none where it leaves them as they are. */
    private static Set<UUID> linked(Accepted accepted) {
        boolean same = accepted.facts().stream()
                .noneMatch(recorded -> recorded.fact() instanceof Fact.ConversationLinked
                        || recorded.fact() instanceof Fact.ConversationUnlinked);
        return same
                ? Set.of()
                : accepted.facts().stream()
                        .flatMap(recorded -> recorded.after().conversationIds().stream())
                        .collect(Collectors.toSet());
    }

    private Uni<Accepted> save(SqlConnection transaction, Target target, Accepted accepted) {
        if (accepted.facts().isEmpty()) {
            return Uni.createFrom().item(accepted);
        }
        return tickets.channels(transaction, target.workspace(), linked(accepted))
                .flatMap(channels -> tickets.save(
                        transaction,
                        target.workspace(),
                        accepted,
                        events.of(target.workspace(), accepted.facts(), target.origin(), History.LIVE, channels)))
                .chain(() -> tagOccasions.note(transaction, target.workspace(), accepted, target.origin()))
                .replaceWith(accepted);
    }
}
