package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Checkpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept about one ticket but for the facts that took part in its clocks already, read under its lock.
 *
 * @param toldSequence how many SLA facts have been told; the next has the number after it
 * @param revisions of the workspace's policies that the kept clocks name
 * @param facts behind those that took part, in order of their sequence
 */
public record TicketTail(
        TicketKey key,
        long toldSequence,
        PinnedTerms terms,
        Set<Integer> revisions,
        KeptClocks clocks,
        List<TicketFact> facts) {

    /** Clocks as they are kept; by which policies they are measured has to be looked up. */
    public interface KeptClocks {

        /** Empty for a ticket without clocks. {@code before} is what it was put under before this transaction. */
        Optional<Checkpoint> in(Policies.InForce policies, PinnedTerms before);
    }
}
