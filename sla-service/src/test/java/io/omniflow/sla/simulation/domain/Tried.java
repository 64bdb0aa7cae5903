package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.ActorKind;
import io.omniflow.sla.clock.domain.AlwaysOpen;
import io.omniflow.sla.clock.domain.CalendarRef;
import io.omniflow.sla.clock.domain.Conditions;
import io.omniflow.sla.clock.domain.Fact;
import io.omniflow.sla.clock.domain.Happening;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.Place;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Reapplied;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import io.omniflow.sla.clock.domain.Telling;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.clock.domain.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A ticket's history by the hour, and policies that resolve it within so many hours, round the clock. */
final class Tried {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final PolicyRef DRAFT = new PolicyRef(new UUID(0, 7), 1);
    static final Conditions GOLD = new Conditions(Set.of(), Set.of("gold"), Set.of(), Set.of(), Map.of());

    private final List<Fact> facts = new ArrayList<>();

    static Instant hour(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    static Tried created(String... tags) {
        Traits traits = new Traits(null, Set.of(tags), Set.of(), Set.of(), Map.of());
        return new Tried().add(0, new Happening.Created(Status.OPEN, Priority.NORMAL, null, traits, 1));
    }

    Tried add(long hours, Happening happening) {
        facts.add(new Fact(facts.size() + 1L, hour(hours), ActorKind.AGENT, null, Place.LAST, Telling.LIVE, happening));
        return this;
    }

    Tried status(long hours, Status after) {
        return add(hours, new Happening.StatusChanged(after));
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Whatever it is for, by one policy within so many hours. */
    static Measures within(long hours) {
        return Measures.of(new Terms(1, List.of(offer(new PolicyRef(new UUID(0, 1), 1), Conditions.NONE, hours))));
    }

    static Measures within(long hours, long reappliedAt, long hoursThen) {
        return new Measures(
                within(hours).begun(),
                List.of(new Reapplied(hour(reappliedAt), within(hoursThen).begun())));
    }

    /** A draft before that policy. */
    static Terms draft(Conditions when, long hours, long others) {
        return new Terms(
                1,
                List.of(offer(DRAFT, when, hours), offer(new PolicyRef(new UUID(0, 1), 1), Conditions.NONE, others)));
    }

    private static Offer offer(PolicyRef ref, Conditions when, long hours) {
        return new Offer(
                new Policy(
                        ref,
                        "A policy",
                        when,
                        new CalendarRef(new UUID(0, 2), 1),
                        Map.of(Priority.NORMAL, new Targets(null, null, Duration.ofHours(hours))),
                        Map.of(),
                        List.of(),
                        Reopening.RESUME,
                        List.of()),
                new AlwaysOpen());
    }
}
