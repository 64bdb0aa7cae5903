package io.omniflow.integration.thread.domain;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ticket's thread over one connection.
 *
 * @param channel where it is, also when the connection has another by now
 * @param message the vendor's id of the first message, null before it is there
 * @param command the question to the ticket's owner
 * @param card the ticket as it was when the thread was opened
 * @param merged the tickets this one went into by merging, one after the other
 */
public record TicketThread(
        WorkspaceId workspace,
        ThreadId id,
        UUID ticketId,
        ConnectionId connectionId,
        String channel,
        @Nullable String message,
        ThreadState state,
        UUID command,
        @Nullable TicketCard card,
        @Nullable Problem problem,
        List<UUID> merged,
        String requestedBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** After this long a question counts as lost; a late answer to it is passed over. */
    private static final Duration UNANSWERED = Duration.ofMinutes(2);

    public TicketThread {
        merged = List.copyOf(merged);
    }

    /** A thread that is asked for. */
    public static TicketThread wanted(
            WorkspaceId workspace,
            ThreadId id,
            UUID ticketId,
            ConnectionId connectionId,
            String channel,
            UUID command,
            String by,
            Instant now) {
        return new TicketThread(
                workspace,
                id,
                ticketId,
                connectionId,
                channel,
                null,
                ThreadState.REQUESTED,
                command,
                null,
                null,
                List.of(),
                by,
                1,
                now,
                now);
    }

    /** The ticket that holds what this one had: itself, or the last it was merged into. */
    public UUID holder() {
        return merged.isEmpty() ? ticketId : merged.getLast();
    }

    /** Whether what happens to the ticket is told in it, at once or once it is open. */
    public boolean listens() {
        return switch (state) {
            case REQUESTED, OPENING, OPEN -> true;
            case FAILED, REJECTED -> false;
        };
    }

    /** Whether asking for it again would start it again. A question the owner could not read is never answered. */
    public boolean canBeAskedAgain(Instant now) {
        return switch (state) {
            case FAILED, REJECTED -> true;
            case REQUESTED -> !now.isBefore(updatedAt.plus(UNANSWERED));
            case OPENING, OPEN -> false;
        };
    }

    public TicketThread askedAgain(UUID newCommand, String by, Instant now) {
        return new TicketThread(
                workspace,
                id,
                ticketId,
                connectionId,
                channel,
                message,
                ThreadState.REQUESTED,
                newCommand,
                null,
                null,
                merged,
                by,
                version + 1,
                createdAt,
                now);
    }

    public boolean awaits(TicketAnswer answer) {
        return state == ThreadState.REQUESTED && command.equals(answer.command());
    }

    /** What was merged away gets no thread: what happens from now on happens to the other ticket. */
    public TicketThread answered(TicketAnswer answer, Instant now) {
        return switch (answer) {
            case TicketAnswer.Reported(var _, var _, var _, TicketCard reported, var mergedInto) ->
                mergedInto == null
                        ? moved(ThreadState.OPENING, message, reported, null, now)
                        : moved(ThreadState.REJECTED, message, card, alreadyMerged(mergedInto), now);
            case TicketAnswer.Rejected(var _, var _, var _, Problem why) ->
                moved(ThreadState.REJECTED, message, card, why, now);
        };
    }

    public TicketThread opened(String firstMessage, Instant now) {
        return moved(ThreadState.OPEN, firstMessage, card, null, now);
    }

    /** An attempt failed and another will follow. */
    public TicketThread delayed(@Nullable Problem why, Instant now) {
        return moved(ThreadState.OPENING, message, card, why, now);
    }

    public TicketThread failed(@Nullable Problem why, Instant now) {
        return moved(ThreadState.FAILED, message, card, why, now);
    }

    /** The ticket, or one it went into, was merged into another. The same object when it has nothing to do with it. */
    public TicketThread mergedOn(UUID source, UUID destination, Instant now) {
        if (!holder().equals(source)) {
            return this;
        }
        List<UUID> longer = new ArrayList<>(merged);
        longer.add(destination);
        return went(longer, now);
    }

    /** A merge of {@code source} into {@code destination} was undone. The same object when it has nothing to do with it. */
    public TicketThread mergeUndone(UUID source, UUID destination, Instant now) {
        List<UUID> whole = new ArrayList<>(merged);
        whole.addFirst(ticketId);
        for (int i = 0; i + 1 < whole.size(); i++) {
            if (whole.get(i).equals(source) && whole.get(i + 1).equals(destination)) {
                return went(merged.subList(0, i), now);
            }
        }
        return this;
    }

    private static Problem alreadyMerged(UUID destination) {
        return new Problem("already-merged", 409, "The ticket was merged into " + destination);
    }

    private TicketThread went(List<UUID> path, Instant now) {
        return new TicketThread(
                workspace,
                id,
                ticketId,
                connectionId,
                channel,
                message,
                state,
                command,
                card,
                problem,
                path,
                requestedBy,
                version + 1,
                createdAt,
                now);
    }

    private TicketThread moved(
            ThreadState to, @Nullable String first, @Nullable TicketCard shown, @Nullable Problem why, Instant now) {
        return new TicketThread(
                workspace,
                id,
                ticketId,
                connectionId,
                channel,
                first,
                to,
                command,
                shown,
                why,
                merged,
                requestedBy,
                version + 1,
                createdAt,
                now);
    }
}
