package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Random histories with the policies they are measured by. Targets are fractions of a second, so that a walk can follow. */
class Histories extends DomainContextBase {
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    /** Facts of a ticket, oldest first, and what it is measured by. */
    record History(List<Change> changes, Measures measures) {
        List<Fact> facts() {
            return changes.stream().map(Change::facts).flatMap(List::stream).toList();
        }

        Instant end() {
            return changes.getLast().at();
        }

        TicketClocks folded() {
            return TicketClocks.replay(changes, measures).getLast().after();
        }

        /** When it is put under other terms, last. */
        Instant lastTurn() {
            return measures.reapplied().stream()
                    .map(Reapplied::at)
                    .filter(end()::isBefore)
                    .max(Instant::compareTo)
                    .orElse(end());
        }
    }

    /** A fact and how long after the one before it. */
    record Beat(int gap, ActorKind actor, Place place, Happening happening) {}

    private static final Terms FIRST = new Terms(
            1,
            List.of(
                    offer(
                            "vip",
                            1,
                            new Blinking(70, 50),
                            Reopening.RESTART,
                            1,
                            Map.of(Status.OPEN, 60, Status.WAITING, 110)),
                    offer("default", 1, new AlwaysOpen(), Reopening.RESUME, 2, Map.of(Status.IN_PROGRESS, 150))));
    private static final Terms SECOND = new Terms(
            2,
            List.of(
                    offer("vip", 2, new Blinking(30, 10), Reopening.RESUME, 2, Map.of(Status.OPEN, 90)),
                    offer("default", 2, new Blinking(90, 40), Reopening.RESTART, 1, Map.of(Status.IN_PROGRESS, 40))));

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Happening.Created> created = Combinators.combine(
                        Arbitraries.of(Status.class), Arbitraries.of(Priority.class), Arbitraries.of(0, 1))
                .as(Facts::created);
        Arbitrary<List<Integer>> renewals =
                Arbitraries.integers().between(0, 700).list().ofMaxSize(2);
        return Combinators.combine(created, beats().list().ofMaxSize(14), renewals)
                .as(Histories::history);
    }

    private static Arbitrary<Beat> beats() {
        Arbitrary<Happening> happenings = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Status.class).map(Happening.StatusChanged::new)),
                Tuple.of(3, Arbitraries.of(Priority.class).map(Happening.PriorityChanged::new)),
                Tuple.of(2, Arbitraries.just(new Happening.AgentReplied())),
                Tuple.of(3, Arbitraries.just(new Happening.CustomerWrote())),
                Tuple.of(2, Arbitraries.of(Set.of("vip"), Set.<String>of()).map(Happening.TagsChanged::new)),
                Tuple.of(1, Arbitraries.of(0, 1).map(linked -> new Happening.ConversationsChanged(linked, Set.of()))),
                Tuple.of(1, Arbitraries.just(new Happening.Merged())),
                Tuple.of(1, Arbitraries.of(Status.class).map(status -> undone(status, null))),
                Tuple.of(1, Arbitraries.of(Status.class).flatMap(status -> Arbitraries.of("one", "other")
                        .map(merge -> undone(status, merge)))),
                Tuple.of(2, Arbitraries.of("one", "other").flatMap(merge -> Arbitraries.of(15, 100)
                        .map(earlier -> new Happening.Absorbed(
                                Facts.holding(1),
                                new EarlierStart(
                                        GivenFact.id(merge), GivenFact.id(merge), START.minusMillis(earlier)))))),
                Tuple.of(2, Arbitraries.just(new Happening.Aside())));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.of(ActorKind.AGENT, ActorKind.AUTOMATION, ActorKind.CUSTOMER),
                        Arbitraries.of(Place.LAST, Place.LAST, Place.INNER),
                        happenings)
                .as(Beat::new);
    }

    private static Happening.MergeUndone undone(Status status, @Nullable String merge) {
        @Nullable UUID id = merge == null ? null : GivenFact.id(merge);
        return new Happening.MergeUndone(status, Facts.holding(1), Answer.AWAITED, id, id);
    }

    /** Facts of a change share its time, so an inner one hands its time to the next. */
    private static History history(Happening.Created created, List<Beat> beats, List<Integer> renewals) {
        Facts facts = new Facts().add(START, ActorKind.CUSTOMER, created);
        Instant at = START;
        Place before = Place.LAST;
        for (Beat beat : beats) {
            at = before == Place.INNER ? at : at.plusMillis(beat.gap());
            facts = beat.place() == Place.INNER
                    ? facts.inner(at, beat.actor(), beat.happening())
                    : facts.last(at, beat.actor(), beat.happening());
            before = beat.place();
        }
        List<Reapplied> reapplied = new ArrayList<>();
        for (int offset : renewals.stream().distinct().sorted().toList()) {
            reapplied.add(new Reapplied(START.plusMillis(offset), reapplied.isEmpty() ? SECOND : FIRST));
        }
        return new History(Change.complete(facts.list()), new Measures(FIRST, reapplied));
    }

    private static Offer offer(
            String name, int version, Calendar calendar, Reopening reopening, int slow, Map<Status, Integer> ceilings) {
        UUID id = GivenFact.id(name);
        Map<Status, Duration> longest = new EnumMap<>(Status.class);
        ceilings.forEach((status, millis) -> longest.put(status, Duration.ofMillis(millis)));
        return new Offer(
                new Policy(
                        new PolicyRef(id, version),
                        name,
                        new Conditions(
                                Set.of(), name.equals("vip") ? Set.of("vip") : Set.of(), Set.of(), Set.of(), Map.of()),
                        new CalendarRef(GivenFact.id("of " + name), version),
                        Map.of(
                                Priority.URGENT, targets(40 * slow, 25 * slow, 90 * slow),
                                Priority.HIGH, targets(90 * slow, 60 * slow, 200 * slow),
                                Priority.NORMAL, targets(200 * slow, 0, 450 * slow)),
                        longest,
                        List.of(75, 90),
                        reopening,
                        List.of()),
                calendar);
    }

    private static Targets targets(int firstResponse, int nextResponse, int resolution) {
        return new Targets(
                Duration.ofMillis(firstResponse),
                nextResponse == 0 ? null : Duration.ofMillis(nextResponse),
                Duration.ofMillis(resolution));
    }
}
