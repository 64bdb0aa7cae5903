package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one clock through one turn and writes down what happens to it. Lives for that turn only. */
final class Moves {
    private final Instant at;
    private final List<Transition> transitions = new ArrayList<>();
    private Clock clock;

    private Moves(Clock clock, Instant at) {
        this.clock = clock;
        this.at = at;
    }

    record Moved(Clock clock, List<Transition> transitions) {
        static Moved not(Clock clock) {
            return new Moved(clock, List.of());
        }
    }

    /** By what a clock is to be measured from here on. */
    record Measure(int revision, Offer offer, Circumstances circumstances) {
        static Measure of(Terms terms, Circumstances circumstances) {
            return new Measure(terms.revision(), terms.offer(circumstances), circumstances);
        }

        @Nullable Duration target(Metric metric) {
            return offer.policy().target(metric, circumstances);
        }

        Course course(Metric metric) {
            return metric.course(circumstances);
        }
    }

    /** A clock begins. What the circumstances ask of it holds from the same instant. */
    static Moved start(Metric metric, int cycle, Measure measure, Instant at) {
        Clock fresh = Clock.started(metric, cycle, measure.revision(), measure.offer(), measure.target(metric), at);
        Moves moves = new Moves(fresh, at);
        moves.transitions.add(new Transition.Started(fresh, at));
        return moves.follow(measure);
    }

    /** Time passes up to the turn, then the clock follows the circumstances it made. */
    static Moved take(Clock clock, Measure measure, Instant at) {
        Moves moves = new Moves(clock, at);
        moves.pass();
        return moves.follow(measure);
    }

    /** What is over stays so, and gives back what it had by a merge that does not hold any more. */
    static Moved rest(Clock clock, Measure measure, Instant at) {
        return Moved.not(clock.startingWith(measure.circumstances().starts(), at));
    }

    /** Nothing but time passes. */
    static Moved wait(Clock clock, Instant until) {
        Moves moves = new Moves(clock, until);
        moves.pass();
        return moves.done();
    }

    private Moved follow(Measure measure) {
        switch (measure.course(clock.metric())) {
            case Course.Run() -> run(measure);
            case Course.Pause() -> pause(measure);
            case Course.Stop(Ending ending) -> stop(ending);
        }
        startEarlier(measure);
        pass();
        return done();
    }

    /** After the calendar is chosen, for it says what the time before counts. */
    private void startEarlier(Measure measure) {
        Clock before = clock;
        clock = before.startingWith(measure.circumstances().starts(), at);
        if (!clock.equals(before) && !(clock.progress() instanceof Progress.Stopped)) {
            transitions.add(new Transition.Retargeted(clock, at, clock.target()));
        }
    }

    private void run(Measure measure) {
        retarget(measure);
        if (!(clock.progress() instanceof Progress.Running)) {
            clock = clock.running(at);
            transitions.add(new Transition.Resumed(clock, at));
        }
    }

    /** A ticket that has ended moves no deadline; its clock picks a target anew when it is reopened. */
    private void pause(Measure measure) {
        if (!measure.circumstances().status().isEnded()) {
            retarget(measure);
        }
        if (!(clock.progress() instanceof Progress.Paused)) {
            clock = clock.paused(at);
            transitions.add(new Transition.Paused(clock, at));
        }
    }

    /** What has stopped stays as it is, unless a merge stopped it and a reason of its own has come up since. */
    private void stop(Ending ending) {
        if (clock.progress() instanceof Progress.Stopped stopped
                && (stopped.ending() != Ending.MERGED || ending == Ending.MERGED)) {
            return;
        }
        clock = clock.stopped(ending, at);
        transitions.add(new Transition.Ended(clock, at));
    }

    private void retarget(Measure measure) {
        @Nullable Duration before = clock.target();
        @Nullable Duration after = measure.target(clock.metric());
        if (!clock.isMeasuredBy(measure.offer(), after)) {
            clock = clock.measuredBy(measure.revision(), measure.offer(), after, at);
            transitions.add(new Transition.Retargeted(clock, at, before));
        }
    }

    private void pass() {
        Clock before = clock;
        clock = before.passing(at);
        clock.marks().stream()
                .skip(before.marks().size())
                .forEach(mark -> transitions.add(new Transition.Passed(clock, mark)));
    }

    private Moved done() {
        return new Moved(clock, List.copyOf(transitions));
    }
}
