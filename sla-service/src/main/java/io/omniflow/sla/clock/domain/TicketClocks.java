package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one ticket after some of its changes. The fold: {@link #NONE} and then {@link #after} for each change;
 * cutting a history anywhere gives the same.
 *
 * @param circumstances null until the ticket's creation is known; there are no clocks before
 */
public record TicketClocks(@Nullable Circumstances circumstances, List<Clock> clocks) {
    public static final TicketClocks NONE = new TicketClocks(null, List.of());

    public TicketClocks {
        clocks = List.copyOf(clocks);
    }

    /** One change and what it made of the clocks. Transitions come in the order of their instants. */
    public record Step(Change change, TicketClocks after, List<Transition> transitions) {}

    /** Clocks after time alone went on. */
    public record Judgement(TicketClocks after, List<Transition> transitions) {}

    public static List<Step> replay(List<Change> changes, Terms terms) {
        List<Step> steps = new ArrayList<>(changes.size());
        TicketClocks clocks = NONE;
        for (Change change : changes) {
            Step step = clocks.after(change, terms);
            steps.add(step);
            clocks = step.after();
        }
        return List.copyOf(steps);
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
        if (next == null) {
            return new Step(change, this, List.of());
        }
        List<Moves.Moved> moved = moved(next, change.at(), terms);
        return new Step(change, of(next, moved), transitions(moved));
    }

    /** Notes every warning and deadline that lies before {@code until} and was not noted yet. */
    public Judgement judge(Instant until, Terms terms) {
        List<Moves.Moved> moved =
                clocks.stream().map(clock -> Moves.wait(clock, until, terms)).toList();
        return new Judgement(of(circumstances, moved), transitions(moved));
    }

    /** When there is something to judge next; empty when nothing runs towards a target. */
    public Optional<Instant> nextMark(Terms terms) {
        return clocks.stream()
                .map(clock -> clock.nextMark(terms))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    public Optional<Clock> of(Metric metric) {
        return clocks.stream().filter(clock -> clock.metric() == metric).max(Comparator.comparingInt(Clock::cycle));
    }

    private List<Moves.Moved> moved(Circumstances next, Instant at, Terms terms) {
        if (clocks.isEmpty()) {
            return Stream.of(Metric.values())
                    .map(metric -> Moves.start(metric, next, at, terms))
                    .toList();
        }
        return clocks.stream().map(clock -> Moves.take(clock, next, at, terms)).toList();
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
