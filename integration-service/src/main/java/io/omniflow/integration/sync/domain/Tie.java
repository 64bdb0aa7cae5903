package io.omniflow.integration.sync.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What ticket and issue last agreed on over one link, and what is under way between them. An echo is known by its value: a
 * state that equals the one last read or written is no change, whenever it comes. When both sides changed, the later one
 * wins by the time of the change; at equal times the ticket does.
 *
 * @param statusAt when the ticket got that status
 * @param ticketSide whether the issue has still to follow the ticket
 * @param seen null until the issue was read for the first time
 * @param asked null when the ticket's owner owes no answer
 * @param lastMove whether it is known what became of the last move of ours
 * @param course whether the ticket was merged away
 */
public record Tie(
        TicketStatus status,
        Instant statusAt,
        TicketSide ticketSide,
        @Nullable Seen seen,
        @Nullable Asked asked,
        LastMove lastMove,
        Course course) {

    public enum TicketSide {
        SETTLED,
        /** The ticket changed and the issue has not followed yet. */
        AHEAD
    }

    public enum LastMove {
        CLEAR,
        /** It may have been done, in part or whole; the next state that is read is taken for our own doing. */
        UNCLEAR
    }

    public enum Course {
        RUNS,
        /** The ticket was merged away: nothing goes either way until that is undone. */
        RESTS
    }

    /** An issue made for a ticket starts where the ticket is. */
    public static Tie made(TicketStatus status, Instant at) {
        return new Tie(status, at, TicketSide.AHEAD, null, null, LastMove.CLEAR, Course.RUNS);
    }

    /** An issue that was there before is left as it is, and so is the ticket, until one of them changes. */
    public static Tie found(TicketStatus status, Instant at) {
        return new Tie(status, at, TicketSide.SETTLED, null, null, LastMove.CLEAR, Course.RUNS);
    }

    /** @param next the id of a command, should one be needed */
    public Step ticketChanged(StatusChange change, UUID next) {
        if (course == Course.RESTS) {
            return Step.of(with(change.status(), change.at(), TicketSide.SETTLED, asked));
        }
        return change.command() == null ? changedByOthers(change) : changedByUs(change, change.command(), next);
    }

    private Step changedByOthers(StatusChange change) {
        if (asked == null) {
            return Step.of(with(change.status(), change.at(), TicketSide.AHEAD, null), new Act.Push());
        }
        return change.at().isBefore(asked.at())
                ? Step.of(with(change.status(), change.at(), TicketSide.SETTLED, asked))
                : Step.of(with(change.status(), change.at(), TicketSide.AHEAD, asked.overtaken()), new Act.Push());
    }

    /** A command that was overtaken has put an older change over a later one, which is therefore asked for again. */
    private Step changedByUs(StatusChange change, UUID command, UUID next) {
        if (asked == null || !asked.command().equals(command)) {
            return Step.of(asked == null ? with(change.status(), change.at(), ticketSide, null) : this);
        }
        if (asked.state() == Asked.State.STANDS) {
            return Step.of(with(change.status(), asked.at(), ticketSide, null));
        }
        return change.status() == status
                ? Step.of(with(status, statusAt, ticketSide, null))
                : Step.of(
                        with(status, statusAt, ticketSide, new Asked(next, status, statusAt, Asked.State.STANDS)),
                        new Act.Ask(next, status));
    }

    /** The owner refused a command; nothing more comes of it. */
    public Tie refused(UUID command) {
        return asked != null && asked.command().equals(command) ? with(status, statusAt, ticketSide, null) : this;
    }

    public Tie merged() {
        return new Tie(status, statusAt, TicketSide.SETTLED, seen, null, lastMove, Course.RESTS);
    }

    /** What happened to the issue meanwhile is found by reading it. The other side of the merge had never stopped. */
    public Step unmerged(TicketStatus now, Instant at) {
        return course == Course.RUNS
                ? Step.of(this)
                : Step.of(new Tie(now, at, TicketSide.SETTLED, seen, null, lastMove, Course.RUNS), new Act.Read());
    }

    /**
     * The issue was read.
     *
     * @param next the id of a command, should one be needed
     */
    public Step issueRead(ExternalState state, Instant at, Mapping mapping, UUID next) {
        if (course == Course.RESTS) {
            return Step.of(this);
        }
        Tie read = seeing(new Seen(state, at), LastMove.CLEAR);
        if (seen == null || lastMove == LastMove.UNCLEAR || seen.state().id().equals(state.id())) {
            return read.followTicket(List.of(), state, mapping);
        }
        List<Act> told = List.of(new Act.Tell(seen.state(), state, at));
        Optional<TicketStatus> wanted = mapping.status(state);
        boolean ticketWins = ticketSide == TicketSide.AHEAD && !statusAt.isBefore(at);
        if (wanted.isEmpty() || ticketWins || mapping.agree(expected(), state)) {
            return read.followTicket(told, state, mapping);
        }
        List<Act> acts = new ArrayList<>(told);
        acts.add(new Act.Ask(next, wanted.get()));
        Asked ask = new Asked(next, wanted.get(), at, Asked.State.STANDS);
        return new Step(read.with(status, statusAt, TicketSide.SETTLED, ask), acts);
    }

    /**
     * The issue was moved for the status of {@code decidedFor}; the ticket may have gone on since, and then the issue has still
     * to follow.
     */
    public Tie moved(ExternalState state, Instant at, Instant decidedFor) {
        return settledFor(decidedFor).seeing(new Seen(state, at), LastMove.CLEAR);
    }

    /** Nobody knows whether the issue was moved from the state it was read in. */
    public Tie moveUnclear(ExternalState read, Instant at) {
        return seeing(new Seen(read, at), LastMove.UNCLEAR);
    }

    /** The issue cannot be moved, so the two stay apart until one of them changes again. */
    public Tie moveRefused(ExternalState read, Instant at, Instant decidedFor) {
        return settledFor(decidedFor).seeing(new Seen(read, at), LastMove.CLEAR);
    }

    private Tie settledFor(Instant decidedFor) {
        return statusAt.equals(decidedFor) ? with(status, statusAt, TicketSide.SETTLED, asked) : this;
    }

    private Step followTicket(List<Act> before, ExternalState state, Mapping mapping) {
        Optional<Target> target = mapping.target(status);
        if (ticketSide == TicketSide.SETTLED || target.isEmpty() || mapping.agree(status, state)) {
            return new Step(with(status, statusAt, TicketSide.SETTLED, asked), before);
        }
        List<Act> acts = new ArrayList<>(before);
        acts.add(new Act.Move(target.get()));
        return new Step(this, acts);
    }

    /** The status the ticket has, or will have once its owner has come to our command. */
    private TicketStatus expected() {
        return asked != null && asked.state() == Asked.State.STANDS ? asked.status() : status;
    }

    private Tie with(TicketStatus to, Instant at, TicketSide side, @Nullable Asked waiting) {
        return new Tie(to, at, side, seen, waiting, lastMove, course);
    }

    private Tie seeing(Seen now, LastMove move) {
        return new Tie(status, statusAt, ticketSide, now, asked, move, course);
    }
}
