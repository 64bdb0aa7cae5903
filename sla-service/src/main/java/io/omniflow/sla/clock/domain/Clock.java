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
 * @param cycle counts from 1 how often the clock began
 * @param revision of the workspace's policies, in which {@code offer} stands
 * @param offer the policy and the calendar it is measured by
 * @param target null when the policy sets none
 * @param counted the time counted up to {@code asOf}; exact
 * @param asOf since when nothing about the clock changed
 * @param startedAt its own start; it counts from {@link #since}
 * @param leads what earlier starts of merged tickets give it; the one that holds is part of {@code counted}
 * @param marks what was passed in this cycle, oldest first, also under targets that no longer hold
 */
public record Clock(
        Metric metric,
        int cycle,
        int revision,
        Offer offer,
        @Nullable Duration target,
        Duration counted,
        Instant asOf,
        Progress progress,
        Instant startedAt,
        List<Mark> marks,
        List<Lead> leads) {

    public Clock {
        marks = List.copyOf(marks);
        leads = List.copyOf(leads);
    }

    static Clock started(Metric metric, int cycle, int revision, Offer offer, @Nullable Duration target, Instant at) {
        return new Clock(
                metric,
                cycle,
                revision,
                offer,
                target,
                Duration.ZERO,
                at,
                new Progress.Running(),
                at,
                List.of(),
                List.of());
    }

    /** From when it counts: its start, or that of a merged ticket that was opened earlier. */
    public Instant since() {
        return Lead.holding(leads).map(lead -> lead.start().at()).orElse(startedAt);
    }

    public PolicyRef policy() {
        return offer.policy().ref();
    }

    public CalendarRef calendar() {
        return offer.policy().calendar();
    }

    public Duration countedAt(Instant when) {
        return switch (progress) {
            case Progress.Running() -> counted.plus(offer.calendar().open(asOf, when));
            case Progress.Paused _, Progress.Stopped _ -> counted;
        };
    }

    /** What is left of the target, never below zero; empty without a target. */
    public Optional<Duration> remainingAt(Instant when) {
        return Optional.ofNullable(target)
                .map(whole -> whole.minus(countedAt(when)))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** When the target is, or was, reached; empty while the clock does not run. */
    public Optional<Instant> dueAt() {
        if (target == null || !(progress instanceof Progress.Running)) {
            return Optional.empty();
        }
        return current()
                .filter(Mark::isBreach)
                .map(Mark::at)
                .findFirst()
                .or(() -> Optional.of(offer.calendar().after(asOf, target.minus(counted))));
    }

    public Optional<Instant> stoppedAt() {
        return progress instanceof Progress.Stopped stopped ? Optional.of(stopped.at()) : Optional.empty();
    }

    /** The first deadline missed in this cycle. It stays, whatever the target becomes. */
    public Optional<Instant> breachedAt() {
        return marks.stream().filter(Mark::isBreach).map(Mark::at).findFirst();
    }

    /** Came to its end without ever having missed a deadline. */
    public boolean met() {
        return isOver() && breachedAt().isEmpty();
    }

    /** Only what a merge stopped can go on; and a resolution, where reopening resumes it. */
    boolean isOver() {
        return progress instanceof Progress.Stopped stopped && stopped.ending() != Ending.MERGED;
    }

    /** The marks that belong to the target in force. */
    public Stream<Mark> current() {
        return marks.stream()
                .filter(mark -> mark.target().equals(target) && mark.policy().equals(policy()));
    }

    /** The next instant at which something is to be noted if nothing changes. */
    public Optional<Instant> nextMark() {
        return ahead().map(Mark::at).min(Instant::compareTo);
    }

    /** Notes what time passes before {@code until}; and what is passed already, whatever {@code until} is. */
    Clock passing(Instant until) {
        List<Mark> passed = ahead().filter(mark -> mark.at().isBefore(until) || overtaken(mark))
                .toList();
        if (passed.isEmpty()) {
            return this;
        }
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(passed);
        return new Clock(metric, cycle, revision, offer, target, counted, asOf, progress, startedAt, all, leads);
    }

    Clock running(Instant at) {
        return moved(new Progress.Running(), at);
    }

    Clock paused(Instant at) {
        return moved(new Progress.Paused(), at);
    }

    Clock stopped(Ending ending, Instant at) {
        return moved(new Progress.Stopped(at, ending), at);
    }

    /** Counts by the calendar it had up to here, and by the new one from here on. */
    Clock measuredBy(int newRevision, Offer newOffer, @Nullable Duration newTarget, Instant at) {
        return new Clock(
                metric, cycle, newRevision, newOffer, newTarget, countedAt(at), at, progress, startedAt, marks, leads);
    }

    boolean isMeasuredBy(Offer other, @Nullable Duration otherTarget) {
        return policy().equals(other.policy().ref())
                && calendar().equals(other.policy().calendar())
                && Objects.equals(target, otherTarget);
    }

    /**
     * Counts from the earliest of these starts. A clock that is over takes none, but gives back what does not hold any more; and
     * only what begins with the ticket can begin earlier. What was passed meanwhile stays passed.
     */
    Clock startingWith(List<EarlierStart> starts, Instant at) {
        if (cycle > 1 || !metric.isOfEveryTicket()) {
            return this;
        }
        List<Lead> after = new ArrayList<>(leads);
        after.removeIf(lead -> !starts.contains(lead.start()));
        if (!isOver()) {
            starts.stream()
                    .filter(start -> start.at().isBefore(startedAt)
                            && leads.stream().noneMatch(lead -> lead.start().equals(start)))
                    .map(start -> new Lead(start, offer.calendar().open(start.at(), startedAt)))
                    .forEach(after::add);
        }
        if (after.equals(leads)) {
            return this;
        }
        Duration changed = countedAt(at).minus(Lead.counted(leads)).plus(Lead.counted(after));
        return new Clock(metric, cycle, revision, offer, target, changed, at, progress, startedAt, marks, after);
    }

    private Clock moved(Progress next, Instant at) {
        return new Clock(metric, cycle, revision, offer, target, countedAt(at), at, next, startedAt, marks, leads);
    }

    boolean isSameAs(Clock other) {
        return metric == other.metric && cycle == other.cycle;
    }

    private boolean overtaken(Mark mark) {
        return counted.compareTo(Mark.share(mark.target(), mark.percent())) > 0;
    }

    /** The marks of the target in force that are still to come, each with the instant it falls on. */
    private Stream<Mark> ahead() {
        @Nullable Duration whole = target;
        if (whole == null || progress instanceof Progress.Stopped) {
            return Stream.empty();
        }
        return offer.policy()
                .milestones()
                .filter(percent -> current().noneMatch(mark -> mark.percent() == percent))
                .mapToObj(percent -> mark(percent, whole))
                .filter(Objects::nonNull);
    }

    private @Nullable Mark mark(int percent, Duration whole) {
        Duration left = Mark.share(whole, percent).minus(counted);
        if (left.isNegative()) {
            return new Mark(percent, whole, policy(), asOf);
        }
        return switch (progress) {
            case Progress.Running() ->
                new Mark(percent, whole, policy(), offer.calendar().after(asOf, left));
            case Progress.Paused _, Progress.Stopped _ -> null;
        };
    }
}
