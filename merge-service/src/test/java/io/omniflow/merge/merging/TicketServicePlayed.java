package io.omniflow.merge.merging;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** ticket-service as far as merging knows it: takes commands and tells facts, in whatever order the test likes. For one thread. */
final class TicketServicePlayed implements AutoCloseable {
    private final Watch commands = Events.watch(Topics.TICKET_COMMANDS);

    SeenEvent toMerge(UUID merge) {
        return commands.await(seen -> seen.data() instanceof TicketCommand.Merge command
                && command.mergeId().equals(merge));
    }

    List<SeenEvent> toMerge(UUID merge, int copies) {
        return commands.await(
                copies,
                seen -> seen.data() instanceof TicketCommand.Merge command
                        && command.mergeId().equals(merge));
    }

    SeenEvent toUndo(UUID merge) {
        return toUndo(merge, 1).getFirst();
    }

    List<SeenEvent> toUndo(UUID merge, int commandsSoFar) {
        return commands.await(
                commandsSoFar,
                seen -> seen.data() instanceof TicketCommand.UndoMerge command
                        && command.mergeId().equals(merge));
    }

    /** For who does not know the id yet. */
    SeenEvent toMergeInto(UUID destination) {
        return commands.await(seen -> seen.data() instanceof TicketCommand.Merge command
                && command.destination().equals(destination));
    }

    /** Does it: all facts, in the order of the topic's promise. */
    static void merge(SeenEvent command) {
        Events.publish(mergedFacts(command).toArray(OutboundEvent[]::new));
    }

    static void undo(SeenEvent command) {
        Events.publish(undoneFacts(command).toArray(OutboundEvent[]::new));
    }

    static void refuse(SeenEvent command, Problem problem) {
        Events.publish(refusal(command, problem));
    }

    static List<OutboundEvent> mergedFacts(SeenEvent command) {
        TicketCommand.Merge wanted = (TicketCommand.Merge) command.data();
        List<OutboundEvent> facts = new ArrayList<>();
        for (UUID source : wanted.sources()) {
            facts.add(merged(command, source));
            facts.add(absorbed(command, source));
        }
        return facts;
    }

    static OutboundEvent merged(SeenEvent command, UUID source) {
        TicketCommand.Merge wanted = (TicketCommand.Merge) command.data();
        return fact(
                command,
                source,
                new TicketEvent.Merged(
                        wanted.mergeId(),
                        wanted.destination(),
                        TicketStatus.IN_PROGRESS,
                        state(source, TicketStatus.CLOSED)));
    }

    /** Each source brings a conversation with its own id, a note with the destination's, and a tag. */
    static OutboundEvent absorbed(SeenEvent command, UUID source) {
        TicketCommand.Merge wanted = (TicketCommand.Merge) command.data();
        return fact(
                command,
                wanted.destination(),
                new TicketEvent.Absorbed(
                        wanted.mergeId(),
                        source,
                        List.of(source),
                        List.of(),
                        List.of(wanted.destination()),
                        List.of("3ds"),
                        state(wanted.destination(), TicketStatus.OPEN)));
    }

    static List<OutboundEvent> undoneFacts(SeenEvent command) {
        TicketCommand.UndoMerge wanted = (TicketCommand.UndoMerge) command.data();
        List<OutboundEvent> facts = new ArrayList<>();
        for (UUID source : wanted.sources()) {
            facts.add(undone(command, wanted.mergeId(), wanted.destination(), source));
            facts.add(undone(command, wanted.mergeId(), source, wanted.destination()));
        }
        return facts;
    }

    static OutboundEvent refusal(SeenEvent command, Problem problem) {
        return fact(command, command.subject(), new TicketAnswer.CommandRejected(command.type(), problem));
    }

    private static OutboundEvent undone(SeenEvent command, UUID merge, UUID ticket, UUID counterpart) {
        return fact(command, ticket, new TicketEvent.MergeUndone(merge, counterpart, state(ticket, TicketStatus.OPEN)));
    }

    private static OutboundEvent fact(SeenEvent command, UUID ticket, Object data) {
        return OutboundEvent.of(
                new WorkspaceId(command.workspace()),
                ticket,
                data,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                data instanceof TicketEvent ? 2L : null,
                new Origin(
                        command.header(EventHeaders.ACTOR),
                        command.header(EventHeaders.CORRELATION),
                        command.header(EventHeaders.ID)));
    }

    private static TicketState state(UUID ticket, TicketStatus status) {
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");
        return new TicketState(
                ticket,
                4711,
                "Printer on fire",
                null,
                status,
                TicketPriority.NORMAL,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                TicketSource.API,
                null,
                null,
                2,
                noon,
                noon,
                null,
                null,
                null);
    }

    /** An id nobody has used. */
    static UUID newId() {
        return Ids.next();
    }

    @Override
    public void close() {
        commands.close();
    }
}
