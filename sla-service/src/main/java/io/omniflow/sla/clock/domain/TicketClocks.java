package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one ticket after some of its turns. The fold: {@link #NONE} and then {@link #after} for each;
 * cutting a history anywhere gives the same.
 *
 * @param circumstances null until the ticket's creation is known; there are no clocks before
 * @param clocks every cycle of every metric, by metric and then by cycle
 */
public record TicketClocks(@Nullable Circumstances circumstances, List<Clock> clocks) {
    public static final TicketClocks NONE = new TicketClocks(null, List.of());

    public TicketClocks {
        clocks = List.copyOf(clocks);
    }

    /** One turn and what it made of the clocks. Transitions come in the order of their instants. */
    public record Step(Turn turn, TicketClocks after, List<Transition> transitions) {}

    /** Clocks after time alone went on. */
    public record Judgement(TicketClocks after, List<Transition> transitions) {}

    public static List<Step> replay(List<Change> changes, Measures measures) {
        return Replay.from(NONE, changes, measures);
    }

    public Step after(Change change, Terms terms) {
        @Nullable Circumstances next = circumstances;
        for (Fact fact : change.facts()) {
            if (next != null) {
                next = next.after(fact);
            } else if (fact.happening() instanceof Happening.Created created) {
                next = Circumstances.of(created);
            }
        }
        return turned(change, next, terms);
    }

    public Step after(Reapplied reapplied) {
        return turned(reapplied, circumstances, reapplied.terms());
    }

    private Step turned(Turn turn, @Nullable Circumstances next, Terms terms) {
        if (next == null) {
            return new Step(turn, this, List.of());
        }
        List<Moves.Moved> moved = moved(Moves.Measure.of(terms, next), turn.at());
        return new Step(turn, of(next, moved), transitions(moved));
    }

    /** Notes every warning and deadline that lies before {@code until} and was not noted yet. */
    public Judgement judge(Instant until) {
        List<Moves.Moved> moved =
                clocks.stream().map(clock -> Moves.wait(clock, until)).toList();
        return new Judgement(of(circumstances, moved), transitions(moved));
    }

    /** When there is something to judge next; empty when nothing runs towards a target. */
    public Optional<Instant> nextMark() {
        return clocks.stream().map(Clock::nextMark).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** Its newest cycle. */
    public Optional<Clock> of(Metric metric) {
        return cycles(metric).reduce((_, later) -> later);
    }

    /** The newest cycle of each. */
    public List<Clock> newest() {
        return Stream.of(Metric.values())
                .map(this::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Clock> cycles(Metric metric) {
        return clocks.stream().filter(clock -> clock.metric() == metric);
    }

    private List<Moves.Moved> moved(Moves.Measure measure, Instant at) {
        List<Moves.Moved> all = new ArrayList<>(clocks.size() + 2);
        for (Metric metric : Metric.values()) {
            List<Clock> cycles = cycles(metric).toList();
            @Nullable Clock newest = cycles.isEmpty() ? null : cycles.getLast();
            cycles.stream()
                    .limit(Math.max(0, cycles.size() - 1))
                    .map(over -> Moves.rest(over, measure, at))
                    .forEach(all::add);
            all.addAll(moved(metric, newest, measure, at));
        }
        return all;
    }

    /** The newest cycle goes on, or a new one begins beside it. */
    private static List<Moves.Moved> moved(Metric metric, @Nullable Clock newest, Moves.Measure measure, Instant at) {
        if (newest == null) {
            return metric.isOfEveryTicket() || isWanted(metric, measure)
                    ? List.of(Moves.start(metric, 1, measure, at))
                    : List.of();
        }
        if (!newest.isOver() || !beginsAnew(metric, measure)) {
            return List.of(Moves.take(newest, measure, at));
        }
        return isWanted(metric, measure) || (metric.isOfEveryTicket() && goesOn(metric, measure))
                ? List.of(Moves.rest(newest, measure, at), Moves.start(metric, newest.cycle() + 1, measure, at))
                : List.of(Moves.rest(newest, measure, at));
    }

    private static boolean beginsAnew(Metric metric, Moves.Measure measure) {
        return switch (metric) {
            case FIRST_RESPONSE -> false;
            case RESOLUTION -> measure.offer().policy().onReopen() == Reopening.RESTART;
            case NEXT_RESPONSE, STATUS_OPEN, STATUS_IN_PROGRESS, STATUS_WAITING -> true;
        };
    }

    private static boolean isWanted(Metric metric, Moves.Measure measure) {
        return measure.target(metric) != null && goesOn(metric, measure);
    }

    private static boolean goesOn(Metric metric, Moves.Measure measure) {
        return !(measure.course(metric) instanceof Course.Stop);
    }

    private static TicketClocks of(@Nullable Circumstances circumstances, List<Moves.Moved> moved) {
        return new TicketClocks(
                circumstances, moved.stream().map(Moves.Moved::clock).toList());
    }

    private static List<Transition> transitions(List<Moves.Moved> moved) {
        return moved.stream()
                .map(Moves.Moved::transitions)
                .<Transition>flatMap(List::stream)
                .sorted(Comparator.comparing(Transition::at))
                .toList();
    }
}
