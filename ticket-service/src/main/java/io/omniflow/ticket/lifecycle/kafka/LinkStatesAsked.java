package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.json.StorableText;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.Tickets;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.timeline.ReadModels;
import io.omniflow.ticket.timeline.Timeline;
import io.omniflow.ticket.timeline.TimelineEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state a linked issue is shown in. The ticket itself stays as it is, so a merged one takes this as well: its links are its
 * own, and are shown on the destination.
 */
@ApplicationScoped
class LinkStatesAsked {
    private final Tickets tickets;
    private final ReadModels readModels;
    private final Timeline timeline;

    LinkStatesAsked(Tickets tickets, ReadModels readModels, Timeline timeline) {
        this.tickets = tickets;
        this.readModels = readModels;
        this.timeline = timeline;
    }

    /** The answer. Fails with 404 for a ticket that is not there, or a link it does not have. */
    Uni<List<OutboundEvent>> set(
            SqlConnection transaction, ReceivedEvent received, TicketCommand.SetLinkState command) {
        @Nullable String state = StorableText.orNull(command.state());
        return tickets.lock(transaction, received.workspace(), new TicketRef.ById(new TicketId(received.subject())))
                .map(found -> found.map(Locked::ticket).orElseThrow(() -> Problems.notFound("ticket")))
                .flatMap(ticket -> readModels
                        .showLinkState(
                                transaction,
                                new ReadModels.LinkState(
                                        received.workspace(),
                                        received.subject(),
                                        command.linkId(),
                                        state,
                                        received.time()))
                        .flatMap(shown -> answered(transaction, received, ticket, command, state, shown)))
                .map(List::of);
    }

    private Uni<OutboundEvent> answered(
            SqlConnection transaction,
            ReceivedEvent received,
            Ticket ticket,
            TicketCommand.SetLinkState command,
            @Nullable String state,
            ReadModels.Shown shown) {
        return switch (shown) {
            case ReadModels.Shown.Nowhere _ -> Uni.createFrom().failure(Problems.notFound("link"));
            case ReadModels.Shown.Before _ ->
                Uni.createFrom()
                        .item(Answers.to(
                                received, new TicketAnswer.CommandUnchanged(received.type(), Published.state(ticket))));
            case ReadModels.Shown.Now(@Nullable String before) -> {
                var answer = new TicketAnswer.LinkStateSet(command.linkId(), before, state, Published.state(ticket));
                OutboundEvent event =
                        Answers.to(received, answer, received.origin().actor());
                yield timeline.add(transaction, List.of(told(event, answer))).replaceWith(event);
            }
        };
    }

    private static Timeline.Told told(OutboundEvent event, TicketAnswer.LinkStateSet answer) {
        Map<String, @Nullable Object> data = new TreeMap<>();
        data.put("linkId", answer.linkId().toString());
        data.put("before", answer.before());
        data.put("after", answer.after());
        return new Timeline.Told(
                event.workspace(),
                event.subject(),
                new TimelineEntry(
                        event.id(),
                        event.time(),
                        Answers.SERVICE,
                        "link_state_set",
                        event.origin().actor(),
                        null,
                        false,
                        event.origin().correlationId(),
                        data));
    }
}
