package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Facts that were made together. They share a time, and clocks are judged after the last of them. */
public record Change(List<Fact> facts) implements Turn {
    public Change {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("a change has at least one fact");
        }
    }

    @Override
    public Instant at() {
        return facts.getLast().at();
    }

    /** The number of its last fact. */
    public long sequence() {
        return facts.getLast().sequence();
    }

    public Telling telling() {
        return facts.getLast().telling();
    }

    /**
     * The changes whose last fact is known. Left out are the beginning of a change whose end has not arrived and an
     * import that has not been closed: judged early, both could show a state that never was.
     *
     * @param facts in order of their sequence
     */
    public static List<Change> complete(List<Fact> facts) {
        List<Change> changes = new ArrayList<>();
        List<Fact> open = new ArrayList<>();
        for (Fact fact : facts.subList(0, endOfClosedHistory(facts))) {
            if (!open.isEmpty() && !Objects.equals(open.getLast().changeId(), fact.changeId())) {
                changes.add(new Change(open));
                open.clear();
            }
            open.add(fact);
            if (fact.place() == Place.LAST) {
                changes.add(new Change(open));
                open.clear();
            }
        }
        return List.copyOf(changes);
    }

    private static int endOfClosedHistory(List<Fact> facts) {
        int end = facts.size();
        while (end > 0
                && facts.get(end - 1).telling() == Telling.BACKFILL
                && !(facts.get(end - 1).happening() instanceof Happening.Imported)) {
            end--;
        }
        return end;
    }
}
