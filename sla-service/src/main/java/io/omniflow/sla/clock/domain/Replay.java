package io.omniflow.sla.clock.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes clocks through a history of facts in which the ticket is put under other terms now and then. */
final class Replay {
    private Replay() {}

    /** @param measures from the beginning of the ticket's life; what lies before {@code clocks} has to be left out */
    static List<TicketClocks.Step> from(TicketClocks clocks, List<Change> changes, Measures measures) {
        List<TicketClocks.Step> steps = new ArrayList<>(changes.size());
        Deque<Reapplied> ahead = new ArrayDeque<>(measures.reapplied());
        TicketClocks now = clocks;
        Terms terms = measures.begun();
        for (Change change : changes) {
            while (!ahead.isEmpty() && ahead.getFirst().at().isBefore(change.at())) {
                terms = ahead.getFirst().terms();
                now = add(steps, now.after(ahead.removeFirst()));
            }
            now = add(steps, now.after(change, terms));
        }
        for (Reapplied reapplied : ahead) {
            now = add(steps, now.after(reapplied));
        }
        return List.copyOf(steps);
    }

    private static TicketClocks add(List<TicketClocks.Step> steps, TicketClocks.Step step) {
        steps.add(step);
        return step.after();
    }
}
