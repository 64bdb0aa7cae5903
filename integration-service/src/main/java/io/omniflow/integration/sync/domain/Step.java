package io.omniflow.integration.sync.domain;

import java.util.List;
import java.util.Optional;

/** What is known after something happened, and what has to be done about it. */
public record Step(Tie tie, List<Act> acts) {
    public Step {
        acts = List.copyOf(acts);
    }

    static Step of(Tie tie, Act... acts) {
        return new Step(tie, List.of(acts));
    }

    /** Where the issue is to be moved; there is one such act at most. */
    public Optional<Target> move() {
        return acts.stream()
                .filter(Act.Move.class::isInstance)
                .map(act -> ((Act.Move) act).target())
                .findFirst();
    }

    /** What is to be told of the issue, whatever becomes of the rest. */
    public List<Act> told() {
        return acts.stream().filter(Act.Tell.class::isInstance).toList();
    }
}
