package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes one clock through one change and writes down what happens to it. Lives for that change only. */
final class Moves {
    private final Terms terms;
    private final Instant at;
    private final List<Transition> transitions = new ArrayList<>();
    private Clock clock;

    private Moves(Clock clock, Instant at, Terms terms) {
        this.clock = clock;
        this.at = at;
        this.terms = terms;
    }

    record Moved(Clock clock, List<Transition> transitions) {}

    /** A clock begins. What the circumstances ask of it holds from the same instant. */
    static Moved start(Metric metric, Circumstances circumstances, Instant at, Terms terms) {
        Clock fresh = Clock.started(metric, terms.policy().ref(), terms.policy().target(metric, circumstances), at);
        Moves moves = new Moves(fresh, at, terms);
        moves.transitions.add(new Transition.Started(fresh, at));
        return moves.follow(circumstances);
    }

    /** Time passes up to the change, then the clock follows the circumstances the change made. */
    static Moved take(Clock clock, Circumstances circumstances, Instant at, Terms terms) {
        Moves moves = new Moves(clock, at, terms);
        moves.pass();
        return moves.follow(circumstances);
    }

    /** Nothing but time passes. */
    static Moved wait(Clock clock, Instant until, Terms terms) {
        Moves moves = new Moves(clock, until, terms);
        moves.pass();
        return moves.done();
    }

    private Moved follow(Circumstances circumstances) {
        switch (clock.metric().course(circumstances)) {
            case Course.Run() -> run(circumstances);
            case Course.Pause() -> pause(circumstances);
            case Course.Stop(Ending ending) -> stop(ending);
        }
        pass();
        return done();
    }

    private void run(Circumstances circumstances) {
        retarget(circumstances);
        if (!(clock.progress() instanceof Progress.Running)) {
            clock = clock.running(at, terms.calendar());
            transitions.add(new Transition.Resumed(clock, at));
        }
    }

    /** A ticket that has ended moves no deadline; its clock picks a target anew when it is reopened. */
    private void pause(Circumstances circumstances) {
        if (!circumstances.status().isEnded()) {
            retarget(circumstances);
        }
        if (!(clock.progress() instanceof Progress.Paused)) {
            clock = clock.paused(at, terms.calendar());
            transitions.add(new Transition.Paused(clock, at));
        }
    }

    /** What has stopped stays as it is, unless a merge stopped it and a reason of its own has come up since. */
    private void stop(Ending ending) {
        if (clock.progress() instanceof Progress.Stopped stopped
                && (stopped.ending() != Ending.MERGED || ending == Ending.MERGED)) {
            return;
        }
        clock = clock.stopped(ending, at, terms.calendar());
        transitions.add(new Transition.Ended(clock, at));
    }

    private void retarget(Circumstances circumstances) {
        @Nullable Duration before = clock.target();
        @Nullable Duration after = terms.policy().target(clock.metric(), circumstances);
        if (!Objects.equals(before, after)) {
            clock = clock.retargeted(after, at, terms.calendar());
            transitions.add(new Transition.Retargeted(clock, at, before));
        }
    }

    private void pass() {
        Clock before = clock;
        clock = before.passing(at, terms);
        clock.marks().stream()
                .skip(before.marks().size())
                .forEach(mark -> transitions.add(new Transition.Passed(clock, mark)));
    }

    private Moved done() {
        return new Moved(clock, List.copyOf(transitions));
    }
}
