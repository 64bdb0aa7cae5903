package io.omniflow.sla.stale.kafka;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.omniflow.sla.clock.Provenance;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.SignOfTicket;
import io.omniflow.sla.stale.domain.Sign;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event of the ticket topic says to whoever watches the ticket wait. */
final class SignOf {
    private SignOf() {}

    /** Empty for answers that mean nothing here. */
    static Optional<SignOfTicket> event(ReceivedEvent event) {
        return switch (event.data()) {
            case TicketEvent fact -> Optional.of(of(event, fact(event, fact)));
            case TicketAnswer.CommandRejected rejected ->
                cause(event)
                        .map(command -> of(
                                event,
                                new Sign.Refused(
                                        command,
                                        event.time(),
                                        rejected.problem().type())));
            default -> Optional.empty();
        };
    }

    private static SignOfTicket of(ReceivedEvent event, Sign sign) {
        return new SignOfTicket(
                new TicketKey(event.workspace(), event.subject()),
                sign,
                new Provenance(
                        event.id(),
                        event.origin().correlationId(),
                        event.origin().traceParent()));
    }

    private static Sign fact(ReceivedEvent event, TicketEvent fact) {
        if (fact.ticket().status() != TicketStatus.WAITING || fact.ticket().mergedInto() != null) {
            return new Sign.Left();
        }
        if (fact instanceof TicketEvent.Imported imported) {
            return new Sign.Imported(imported.importedAt());
        }
        if (event.history() == History.BACKFILL) {
            return new Sign.Retold(event.time());
        }
        if (fact instanceof TicketEvent.StalePinged pinged) {
            return cause(event)
                    .<Sign>map(command -> new Sign.Delivered(command, event.time(), pinged.graceUntil()))
                    .orElseGet(() -> new Sign.Noted(event.time()));
        }
        return isMachine(event.origin().actor()) ? new Sign.Noted(event.time()) : new Sign.Touched(event.time());
    }

    /** Actors are {@code kind:id}. Whoever is neither a service nor a rule counts as somebody: doubt keeps tickets open. */
    private static boolean isMachine(String actor) {
        return actor.startsWith("system:") || actor.startsWith("automation:");
    }

    private static Optional<UUID> cause(ReceivedEvent event) {
        @Nullable String cause = event.origin().causationId();
        try {
            return cause == null ? Optional.empty() : Optional.of(UUID.fromString(cause));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
