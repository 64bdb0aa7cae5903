package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a ticket's history for a test: one numbered fact after the other, by an agent unless said. */
final class Facts {
    static final UUID WORKSPACE = new UUID(0, 1);

    private final List<Fact> facts = new ArrayList<>();
    private @Nullable UUID change;

    static Measures usualMeasures() {
        return measures(new Offer(Policy.usual(WORKSPACE), new AlwaysOpen()));
    }

    /** One policy for everything. */
    static Measures measures(Offer offer) {
        return Measures.of(new Terms(1, List.of(offer)));
    }

    static Happening.Created created(Status status, Priority priority, int conversations) {
        return new Happening.Created(status, priority, null, Traits.NONE, conversations);
    }

    /** What a ticket holds that has so many conversations and nothing else. */
    static Holdings holding(int conversations) {
        return new Holdings(Set.of(), Set.of(), conversations, Set.of());
    }

    Facts created(Instant at) {
        return add(at, created(Status.OPEN, Priority.NORMAL, 1));
    }

    Facts status(Instant at, Status status) {
        return add(at, new Happening.StatusChanged(status));
    }

    Facts priority(Instant at, Priority priority) {
        return add(at, new Happening.PriorityChanged(priority));
    }

    Facts replied(Instant at) {
        return add(at, new Happening.AgentReplied());
    }

    Facts add(Instant at, Happening happening) {
        return add(at, ActorKind.AGENT, happening);
    }

    Facts add(Instant at, ActorKind actor, Happening happening) {
        return add(at, actor, null, Place.LAST, Telling.LIVE, happening);
    }

    Facts backfill(Instant at, Happening happening) {
        return add(at, ActorKind.AGENT, null, Place.LAST, Telling.BACKFILL, happening);
    }

    /** A fact that belongs to a change which goes on. */
    Facts inner(Instant at, Happening happening) {
        return inner(at, ActorKind.AGENT, happening);
    }

    Facts inner(Instant at, ActorKind actor, Happening happening) {
        UUID id = change == null ? new UUID(1, facts.size()) : change;
        change = id;
        return add(at, actor, id, Place.INNER, Telling.LIVE, happening);
    }

    /** The last fact of the change that {@link #inner} began. */
    Facts last(Instant at, Happening happening) {
        return last(at, ActorKind.AGENT, happening);
    }

    Facts last(Instant at, ActorKind actor, Happening happening) {
        @Nullable UUID id = change;
        change = null;
        return add(at, actor, id, Place.LAST, Telling.LIVE, happening);
    }

    Facts add(Instant at, ActorKind actor, @Nullable UUID changeId, Place place, Telling telling, Happening happening) {
        facts.add(new Fact(facts.size() + 1L, at, actor, changeId, place, telling, happening));
        return this;
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }

    /** By what a ticket is measured as far as that is known at an instant. */
    static Measures until(Instant asked, Measures measures) {
        return new Measures(
                measures.begun(),
                measures.reapplied().stream()
                        .filter(reapplied -> !reapplied.at().isAfter(asked))
                        .toList());
    }

    /** The clocks at an instant: what happened until then, and what time alone brought. */
    TicketClocks at(Instant asked, Measures measures) {
        List<Change> changes = Change.complete(
                facts.stream().filter(fact -> !fact.at().isAfter(asked)).toList());
        return TicketClocks.replay(changes, until(asked, measures))
                .getLast()
                .after()
                .judge(asked)
                .after();
    }
}
