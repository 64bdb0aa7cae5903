package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Notice;
import java.util.List;

/**
 * Everything that is kept about one ticket, read under its lock.
 *
 * @param judgedSequence the last fact that took part in the clocks as they are stored; 0 for none
 * @param toldSequence how many SLA facts have been told; the next has the number after it
 * @param facts in order of their sequence
 */
public record TicketFile(
        TicketKey key,
        long judgedSequence,
        long toldSequence,
        PinnedTerms terms,
        List<TicketFact> facts,
        List<Notice> notices) {}
