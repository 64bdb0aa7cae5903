package io.omniflow.ticket.rule;

import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.OpenTicket;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.rule.domain.Act;
import io.omniflow.ticket.rule.domain.Outcome;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what a rule comes to, in its name. Tags it adds are an occasion for rules again, of which it is the cause. */
@ApplicationScoped
class CarryOut {
    private static final String LOOP = "It stopped, for what it does has led to it again";

    private final Situations situations;
    private final SpareNumbers numbers;
    private final OpenTicket openTicket;
    private final ChangeTicket changes;
    private final Triggers triggers;

    CarryOut(
            Situations situations,
            SpareNumbers numbers,
            OpenTicket openTicket,
            ChangeTicket changes,
            Triggers triggers) {
        this.situations = situations;
        this.numbers = numbers;
        this.openTicket = openTicket;
        this.changes = changes;
        this.triggers = triggers;
    }

    /** What was done; without an outcome the conditions were not met. */
    record Done(Optional<Outcome> outcome, Optional<Ticket> ticket, Optional<String> complaint) {
        static Done nothing() {
            return new Done(Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Done with(Outcome outcome, @Nullable Ticket ticket) {
            return new Done(
                    Optional.of(outcome),
                    Optional.ofNullable(ticket),
                    outcome == Outcome.LOOPED ? Optional.of(LOOP) : Optional.empty());
        }
    }

    /** Fails with {@link RuleFailed}, or when a ticket number is needed. */
    Uni<Done> act(SqlConnection transaction, Triggers.Occasion occasion, Rule rule, Act act) {
        return switch (act) {
            case Act.Nothing _ -> Uni.createFrom().item(Done.nothing());
            case Act.Skip(Outcome why) -> Uni.createFrom().item(Done.with(why, null));
            case Act.Create(NewTicket wanted) -> named(rule, () -> create(transaction, occasion, rule, wanted));
            case Act.Change(var ticket, var steps) ->
                named(rule, () -> changes.within(
                                transaction,
                                new ChangeTicket.Target(
                                        occasion.workspace(),
                                        new TicketRef.ById(ticket),
                                        Optional.empty(),
                                        origin(occasion, rule)),
                                _ -> steps)
                        .call(accepted -> tell(transaction, occasion, rule, accepted))
                        .map(accepted -> Done.with(
                                accepted.facts().isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED, accepted.ticket())));
        };
    }

    private static Uni<Done> named(Rule rule, Supplier<Uni<? extends Done>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(failure -> !(failure instanceof SpareNumbers.NumberNeeded))
                .transform(failure -> new RuleFailed(rule.id(), failure));
    }

    private Uni<Done> create(SqlConnection transaction, Triggers.Occasion occasion, Rule rule, NewTicket wanted) {
        return situations
                .claim(transaction, occasion.workspace(), rule.id(), occasion.conversation())
                .flatMap(claim -> switch (claim) {
                    case MADE_BEFORE -> Uni.createFrom().item(Done.with(Outcome.MADE_BEFORE, null));
                    case GRANTED ->
                        openTicket
                                .open(
                                        transaction,
                                        occasion.workspace(),
                                        numbers.take(occasion.workspace()),
                                        wanted,
                                        origin(occasion, rule))
                                .map(ticket -> Done.with(Outcome.CREATED, ticket));
                });
    }

    private Uni<Void> tell(SqlConnection transaction, Triggers.Occasion occasion, Rule rule, Accepted accepted) {
        List<String> added = TagOccasions.added(accepted.facts());
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : triggers.note(
                        transaction,
                        new Triggers.Occasion(
                                occasion.workspace(),
                                occasion.conversation(),
                                Trigger.TAG_ADDED,
                                null,
                                added,
                                accepted.ticket().updatedAt(),
                                occasion.origin(),
                                Stream.concat(occasion.behind().stream(), Stream.of(rule.id()))
                                        .toList()));
    }

    private static Origin origin(Triggers.Occasion occasion, Rule rule) {
        Origin cause = occasion.origin();
        return new Origin(rule.actor(), cause.correlationId(), cause.causationId(), cause.traceParent());
    }
}
