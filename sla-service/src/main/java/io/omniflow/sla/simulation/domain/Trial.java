package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.Change;
import io.omniflow.sla.clock.domain.Circumstances;
import io.omniflow.sla.clock.domain.Fact;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.clock.domain.TicketClocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs tickets under terms they never had. They hold from a ticket's beginning: when it was put under others on purpose is
 * passed over. Both sides know the facts up to the same instant and are judged to it, so it does not matter when this happens.
 *
 * @param terms the workspace's policies with the draft in its place
 * @param draft the draft among them
 * @param asOf later facts are left out
 */
public record Trial(Terms terms, PolicyRef draft, Instant asOf) {

    /**
     * Empty for a ticket of which nothing can be judged yet, as while it is being imported.
     *
     * @param facts of one ticket, in order of their sequence
     * @param asItWas by what the ticket is measured really
     */
    public Optional<Comparison> of(List<Fact> facts, Measures asItWas) {
        List<Change> changes = Change.complete(
                facts.stream().filter(fact -> !fact.at().isAfter(asOf)).toList());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        List<TicketClocks.Step> tried = TicketClocks.replay(changes, Measures.of(terms));
        return Optional.of(
                Comparison.of(match(tried), judged(TicketClocks.replay(changes, upTo(asItWas))), judged(tried)));
    }

    private Measures upTo(Measures measures) {
        return new Measures(
                measures.begun(),
                measures.reapplied().stream()
                        .filter(reapplied -> !reapplied.at().isAfter(asOf))
                        .toList());
    }

    private TicketClocks judged(List<TicketClocks.Step> steps) {
        return steps.getLast().after().judge(asOf).after();
    }

    private Match match(List<TicketClocks.Step> steps) {
        return steps.stream().anyMatch(this::isByDraft) ? Match.DRAFT : Match.OTHERS;
    }

    private boolean isByDraft(TicketClocks.Step step) {
        @Nullable Circumstances circumstances = step.after().circumstances();
        return circumstances != null
                && terms.offer(circumstances).policy().ref().equals(draft);
    }
}
