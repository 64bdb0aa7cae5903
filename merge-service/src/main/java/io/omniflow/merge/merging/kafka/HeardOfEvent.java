package io.omniflow.merge.merging.kafka;

import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.merge.merging.Heard;
import io.omniflow.merge.merging.domain.Answer;
import io.omniflow.merge.merging.domain.Moved;
import io.omniflow.merge.merging.domain.Refusal;
import io.omniflow.merge.merging.domain.TicketStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event on the tickets' topic tells of a merge. */
final class HeardOfEvent {
    /** All that is read; a ticket's other facts tell of no merge. That a repeated command changed nothing tells nothing either. */
    static final Set<String> TYPES = Stream.of(
                    TicketEvent.Merged.class,
                    TicketEvent.Absorbed.class,
                    TicketEvent.MergeUndone.class,
                    TicketAnswer.CommandRejected.class)
            .map(EventCatalog::typeOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Answer.Deed> DEEDS = Map.of(
            EventCatalog.typeOf(TicketCommand.Merge.class), Answer.Deed.MERGE,
            EventCatalog.typeOf(TicketCommand.UndoMerge.class), Answer.Deed.UNDO);

    private HeardOfEvent() {}

    static Optional<Heard> of(ReceivedEvent event) {
        Instant at = event.time().truncatedTo(ChronoUnit.MILLIS);
        return switch (event.data()) {
            case TicketEvent.Merged merged ->
                ofMerge(
                        event,
                        merged.mergeId(),
                        new Answer.Merged(
                                event.subject(),
                                TicketStatus.valueOf(merged.previousStatus().name()),
                                at));
            case TicketEvent.Absorbed absorbed ->
                ofMerge(event, absorbed.mergeId(), new Answer.Absorbed(absorbed.origin(), moved(absorbed), at));
            case TicketEvent.MergeUndone undone ->
                ofMerge(event, undone.mergeId(), new Answer.Separated(event.subject(), undone.counterpart(), at));
            case TicketAnswer.CommandRejected rejected -> refused(event, rejected, at);
            default -> Optional.empty();
        };
    }

    private static Optional<Heard> ofMerge(ReceivedEvent event, UUID merge, Answer answer) {
        return Optional.of(new Heard.OfMerge(event.workspace(), merge, answer, event::causes));
    }

    /** Refusals of other commands are of no interest here; one that names no command belongs to nothing. */
    private static Optional<Heard> refused(ReceivedEvent event, TicketAnswer.CommandRejected rejected, Instant at) {
        Answer.@Nullable Deed deed = DEEDS.get(rejected.command());
        @Nullable String command = event.origin().causationId();
        if (deed == null || command == null) {
            return Optional.empty();
        }
        Problem problem = rejected.problem();
        Refusal why = new Refusal(
                problem.type(),
                problem.status(),
                problem.detail(),
                problem.pointer(),
                problem.destination(),
                problem.mergeId());
        return Optional.of(new Heard.OfCommand(
                event.workspace(), UUID.fromString(command), new Answer.Refused(deed, why, at), event::causes));
    }

    private static Moved moved(TicketEvent.Absorbed absorbed) {
        return new Moved(absorbed.conversationIds(), absorbed.contactIds(), absorbed.noteIds(), absorbed.tags());
    }
}
