package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ticket's clocks as they were kept, from which what comes later can go on: reckoning all of a long life anew at each
 * fact would cost more with every fact. The law: it comes to the same as reckoning from nothing, or to nothing.
 *
 * @param clocks as judged last
 * @param judgedSequence the last fact that took part
 * @param lastTurn the instant of the last turn that took part
 * @param quietUntil whatever lies before is the past of an import, written down and not told
 * @param terms by which it is measured
 * @param reapplied when it was put under them on purpose; empty for those it began under
 * @param notices every mark of the clocks, with how it was noticed
 */
public record Checkpoint(
        TicketClocks clocks,
        long judgedSequence,
        Instant lastTurn,
        Instant quietUntil,
        Terms terms,
        Optional<Instant> reapplied,
        List<Notice> notices) {

    /**
     * Empty when something that took part already would have to be taken back: then all facts are needed.
     *
     * @param facts every fact behind the judged ones, in order
     * @param arrived numbers of the facts that are new
     * @param renewed the terms the ticket is put under with this reckoning
     * @param until every deadline before it is judged
     * @param now when this happens, for the lateness of what is noticed
     */
    public Optional<Reckoning> goOn(
            List<Fact> facts, Set<Long> arrived, List<Reapplied> renewed, Instant until, Instant now) {
        List<Change> changes = Change.complete(facts);
        if (arrived.stream().anyMatch(sequence -> sequence <= judgedSequence)
                || Stream.concat(changes.stream(), renewed.stream()).anyMatch(turn -> !comesAfter(turn))) {
            return Optional.empty();
        }
        List<TicketClocks.Step> steps = Replay.from(clocks, changes, new Measures(terms, renewed));
        TicketClocks folded = steps.isEmpty() ? clocks : steps.getLast().after();
        Instant quiet = Reckoning.later(quietUntil, Reckoning.quietUntil(changes));
        TicketClocks.Judgement judgement = folded.judge(Reckoning.later(until, quiet));
        Ledger ledger = new Ledger(notices, quiet, now);
        ledger.keepAll();
        steps.forEach(step -> ledger.add(step, true));
        ledger.add(judgement);
        TicketClocks last = judgement.after();
        return Optional.of(new Reckoning(
                last,
                changes.isEmpty() ? judgedSequence : changes.getLast().sequence(),
                steps.isEmpty() ? lastTurn : steps.getLast().turn().at(),
                quiet,
                ledger.notices(),
                ledger.news(last),
                last.nextMark()));
    }

    /** Behind every turn and every mark so far: a mark of the same instant may not have passed. */
    private boolean comesAfter(Turn turn) {
        return !turn.at().isBefore(lastTurn)
                && reapplied.map(turn.at()::isAfter).orElse(true)
                && clocks.clocks().stream()
                        .flatMap(clock -> clock.marks().stream())
                        .allMatch(mark -> mark.at().isBefore(turn.at()));
    }
}
