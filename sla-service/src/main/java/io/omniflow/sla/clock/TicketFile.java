package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Notice;
import io.omniflow.sla.clock.domain.PolicyRef;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is kept about one ticket, read under its lock.
 *
 * @param judgedSequence the last fact that took part in the clocks as they are stored; 0 for none
 * @param toldSequence how many SLA facts have been told; the next has the number after it
 * @param policy the version the clocks began under; empty for a ticket without clocks
 * @param facts in order of their sequence
 */
public record TicketFile(
        TicketKey key,
        long judgedSequence,
        long toldSequence,
        Optional<PolicyRef> policy,
        List<TicketFact> facts,
        List<Notice> notices) {}
