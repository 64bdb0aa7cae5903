package io.omniflow.integration.sync.kafka;

import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.TicketAnswer.CommandRejected;
import io.omniflow.contract.TicketAnswer.CommandUnchanged;
import io.omniflow.contract.TicketAnswer.StateReported;
import io.omniflow.contract.TicketCommand.ChangeStatus;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketState;
import io.omniflow.integration.facts.TicketFactTaker;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.FollowTicket;
import io.omniflow.integration.sync.domain.TicketNews;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Picks what concerns issues from what ticket-service tells. */
@ApplicationScoped
class TicketNewsIn implements TicketFactTaker {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ENGINEERING = "engineering";
    /** Of our own commands. */
    private static final String ACTOR = "system:integration";

    private static final String CHANGE_STATUS = EventCatalog.typeOf(ChangeStatus.class);

    private final FollowTicket follow;

    TicketNewsIn(FollowTicket follow) {
        this.follow = follow;
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<ReceivedEvent> fresh) {
        return follow.take(
                transaction,
                fresh.stream().map(TicketNewsIn::news).flatMap(Optional::stream).toList());
    }

    private static Optional<TicketNews> news(ReceivedEvent event) {
        return switch (event.data()) {
            case TicketEvent.StatusChanged changed -> changed(event, changed.ticket());
            case TicketEvent.NoteAdded note -> note(event, note);
            case TicketEvent.Absorbed absorbed ->
                Optional.of(new TicketNews.Absorbed(
                        event.workspace(), absorbed.origin(), absorbed.ticket().number()));
            case TicketEvent.Merged merged ->
                Optional.of(new TicketNews.Merged(
                        event.workspace(), event.subject(), merged.ticket().version()));
            case TicketEvent.MergeUndone undone ->
                Optional.of(new TicketNews.Unmerged(
                        event.workspace(),
                        event.subject(),
                        undone.ticket().version(),
                        TicketStatuses.heard(undone.ticket().status()),
                        event.time()));
            case StateReported(TicketState ticket) ->
                answer(
                        event,
                        (link, command) -> new TicketNews.Reported(
                                event.workspace(),
                                ticket.id(),
                                link,
                                command,
                                ticket.version(),
                                TicketStatuses.heard(ticket.status()),
                                event.time()));
            case CommandUnchanged(String command, TicketState ticket)
            when isChange(command) ->
                answer(
                        event,
                        (link, id) -> new TicketNews.NothingToChange(
                                event.workspace(),
                                ticket.id(),
                                link,
                                id,
                                TicketStatuses.heard(ticket.status()),
                                event.time()));
            case CommandRejected(String command, var _)
            when isChange(command) ->
                answer(
                        event,
                        (link, id) -> new TicketNews.CommandRefused(event.workspace(), event.subject(), link, id));
            default -> Optional.empty();
        };
    }

    /** A note that was a comment somewhere goes nowhere else. */
    private static Optional<TicketNews> note(ReceivedEvent event, TicketEvent.NoteAdded note) {
        return ENGINEERING.equals(note.audience()) && !event.origin().actor().equals(ACTOR)
                ? Optional.of(new TicketNews.NoteForEngineering(
                        event.workspace(),
                        event.subject(),
                        note.ticket().version(),
                        note.ticket().number(),
                        note.body()))
                : Optional.empty();
    }

    /** What a merge does to its source's status is no wish for the issue. */
    private static Optional<TicketNews> changed(ReceivedEvent event, TicketState ticket) {
        return ticket.mergedInto() != null
                ? Optional.empty()
                : Optional.of(new TicketNews.StatusChanged(
                        event.workspace(),
                        event.subject(),
                        ticket.version(),
                        TicketStatuses.heard(ticket.status()),
                        event.time(),
                        id(event.origin().correlationId()),
                        id(event.origin().causationId())));
    }

    private static Optional<TicketNews> answer(ReceivedEvent event, Answer answer) {
        Optional<LinkId> link = id(event.origin().correlationId()).map(LinkId::new);
        Optional<UUID> command = id(event.origin().causationId());
        return link.flatMap(known -> command.map(id -> answer.of(known, id)));
    }

    private static boolean isChange(String command) {
        return command.equals(CHANGE_STATUS);
    }

    private static Optional<UUID> id(@Nullable String text) {
        return text == null || !ID.matcher(text).matches() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    /** An answer to a command that correlates by a link's id. */
    @FunctionalInterface
    private interface Answer {
        TicketNews of(LinkId link, UUID command);
    }
}
