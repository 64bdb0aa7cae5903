package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a ticket. A target is passed when time goes on beyond the due instant: what stops at exactly that
 * instant is in time.
 *
 * @param cycle counts restarts from 1
 * @param target null when the policy sets none
 * @param counted the time counted up to {@code asOf}; exact
 * @param asOf since when nothing about the clock changed
 * @param marks what was passed in this cycle, oldest first, also under targets that no longer hold
 */
public record Clock(
        Metric metric,
        int cycle,
        PolicyRef policy,
        @Nullable Duration target,
        Duration counted,
        Instant asOf,
        Progress progress,
        Instant startedAt,
        List<Mark> marks) {

    public Clock {
        marks = List.copyOf(marks);
    }

    static Clock started(Metric metric, PolicyRef policy, @Nullable Duration target, Instant at) {
        return new Clock(metric, 1, policy, target, Duration.ZERO, at, new Progress.Running(), at, List.of());
    }

    public Duration countedAt(Instant when, Calendar calendar) {
        return switch (progress) {
            case Progress.Running() -> counted.plus(calendar.open(asOf, when));
            case Progress.Paused _, Progress.Stopped _ -> counted;
        };
    }

    /** What is left of the target, never below zero; empty without a target. */
    public Optional<Duration> remainingAt(Instant when, Calendar calendar) {
        return Optional.ofNullable(target)
                .map(whole -> whole.minus(countedAt(when, calendar)))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** When the target is, or was, reached; empty while the clock does not run. */
    public Optional<Instant> dueAt(Calendar calendar) {
        if (target == null || !(progress instanceof Progress.Running)) {
            return Optional.empty();
        }
        return current()
                .filter(Mark::isBreach)
                .map(Mark::at)
                .findFirst()
                .or(() -> Optional.of(calendar.after(asOf, target.minus(counted))));
    }

    public Optional<Instant> stoppedAt() {
        return progress instanceof Progress.Stopped stopped ? Optional.of(stopped.at()) : Optional.empty();
    }

    /** The first deadline missed in this cycle. It stays, whatever the target becomes. */
    public Optional<Instant> breachedAt() {
        return marks.stream().filter(Mark::isBreach).map(Mark::at).findFirst();
    }

    /** Answered or resolved without ever having missed a deadline. */
    public boolean met() {
        return progress instanceof Progress.Stopped stopped
                && stopped.ending() != Ending.MERGED
                && breachedAt().isEmpty();
    }

    /** The marks that belong to the target in force. */
    public Stream<Mark> current() {
        return marks.stream().filter(mark -> mark.target().equals(target) && mark.policyVersion() == policy.version());
    }

    /** The next instant at which something is to be noted if nothing changes. */
    public Optional<Instant> nextMark(Terms terms) {
        return ahead(terms).map(Mark::at).min(Instant::compareTo);
    }

    /** Notes what time passes before {@code until}; and what is passed already, whatever {@code until} is. */
    Clock passing(Instant until, Terms terms) {
        List<Mark> passed = ahead(terms)
                .filter(mark -> mark.at().isBefore(until) || overtaken(mark))
                .toList();
        if (passed.isEmpty()) {
            return this;
        }
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(passed);
        return new Clock(metric, cycle, policy, target, counted, asOf, progress, startedAt, all);
    }

    Clock running(Instant at, Calendar calendar) {
        return moved(new Progress.Running(), at, calendar);
    }

    Clock paused(Instant at, Calendar calendar) {
        return moved(new Progress.Paused(), at, calendar);
    }

    Clock stopped(Ending ending, Instant at, Calendar calendar) {
        return moved(new Progress.Stopped(at, ending), at, calendar);
    }

    Clock retargeted(@Nullable Duration newTarget, Instant at, Calendar calendar) {
        return new Clock(metric, cycle, policy, newTarget, countedAt(at, calendar), at, progress, startedAt, marks);
    }

    boolean isSameAs(Clock other) {
        return metric == other.metric && cycle == other.cycle;
    }

    private Clock moved(Progress next, Instant at, Calendar calendar) {
        return new Clock(metric, cycle, policy, target, countedAt(at, calendar), at, next, startedAt, marks);
    }

    private boolean overtaken(Mark mark) {
        return counted.compareTo(Mark.share(mark.target(), mark.percent())) > 0;
    }

    /** The marks of the target in force that are still to come, each with the instant it falls on. */
    private Stream<Mark> ahead(Terms terms) {
        @Nullable Duration whole = target;
        if (whole == null || progress instanceof Progress.Stopped) {
            return Stream.empty();
        }
        return terms.policy()
                .milestones()
                .filter(percent -> current().noneMatch(mark -> mark.percent() == percent))
                .mapToObj(percent -> mark(percent, whole, terms.calendar()))
                .filter(Objects::nonNull);
    }

    private @Nullable Mark mark(int percent, Duration whole, Calendar calendar) {
        Duration left = Mark.share(whole, percent).minus(counted);
        if (left.isNegative()) {
            return new Mark(percent, whole, policy.version(), asOf);
        }
        return switch (progress) {
            case Progress.Running() -> new Mark(percent, whole, policy.version(), calendar.after(asOf, left));
            case Progress.Paused _, Progress.Stopped _ -> null;
        };
    }
}
