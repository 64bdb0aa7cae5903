package io.omniflow.merge.audit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    @Test
    void a_sound_chain_has_no_flaw() {
        List<Entry> entries = Chained.entries(20);

        ChainCheck check = Chained.check(entries).endedAt(20, entries.getLast().hash());

        assertNull(check.flaw());
        assertEquals(20, check.checked());
    }

    @Test
    void a_check_may_begin_anywhere() {
        List<Entry> entries = Chained.entries(20);
        ChainCheck check = ChainCheck.after(entries.get(9).asHead());
        for (Entry entry : entries.subList(10, 20)) {
            check = check.next(entry, null, null);
        }

        assertNull(check.endedAt(20, null).flaw());
        assertEquals(10, check.checked());
    }

    @Test
    void a_removed_entry_is_found_in_its_place() {
        List<Entry> entries = new ArrayList<>(Chained.entries(20));
        entries.remove(6);

        assertEquals(
                new Flaw(7, Flaw.Reason.ENTRY_MISSING), Chained.check(entries).flaw());
    }

    @Test
    void a_removed_end_is_found() {
        List<Entry> entries = Chained.entries(20);

        assertEquals(
                new Flaw(19, Flaw.Reason.ENTRY_MISSING),
                Chained.check(entries.subList(0, 18))
                        .endedAt(20, entries.getLast().hash())
                        .flaw());
    }

    @Test
    void swapped_entries_are_found() {
        List<Entry> entries = new ArrayList<>(Chained.entries(20));
        Entry fourth = entries.get(3);
        Entry ninth = entries.get(8);
        entries.set(3, at(4, ninth));
        entries.set(8, at(9, fourth));

        assertEquals(
                new Flaw(4, Flaw.Reason.FIELD_CHANGED), Chained.check(entries).flaw());
    }

    @Test
    void an_entry_forged_with_right_hashes_of_its_own_breaks_the_chain_behind_it() {
        List<Entry> entries = new ArrayList<>(Chained.entries(20));
        entries.set(3, Entry.after(entries.get(2).asHead(), Chained.fact(99), Chained.NOW, new Salt("ff".repeat(32))));

        assertEquals(
                new Flaw(5, Flaw.Reason.CHAIN_BROKEN), Chained.check(entries).flaw());
    }

    @Test
    void a_chain_forged_to_its_end_differs_from_a_checkpoint_somebody_kept() {
        List<Entry> truth = Chained.entries(20);
        List<Fact> facts = new ArrayList<>(Chained.facts(20));
        Collections.swap(facts, 3, 4);
        List<Entry> forged = Chain.startedOn(Chained.NOW)
                .extend(facts, Chained.NOW, Chained.salts(), Chained.SELDOM)
                .entries();
        Checkpoint kept = new Checkpoint(20, truth.getLast().hash());

        assertNull(Chained.check(forged).flaw());
        assertEquals(
                new Flaw(20, Flaw.Reason.CHECKPOINT_DIFFERS),
                Chained.check(forged).against(kept).flaw());
        assertEquals(
                new Flaw(20, Flaw.Reason.CHAIN_BROKEN),
                Chained.check(forged).endedAt(20, truth.getLast().hash()).flaw());
        assertNull(Chained.check(truth).against(kept).flaw());
    }

    @Test
    void an_entry_that_differs_from_its_checkpoint_is_found() {
        Entry first = Chained.entries(1).getFirst();

        assertNull(ChainCheck.after(Head.NONE).next(first, first.hash(), null).flaw());
        assertEquals(
                new Flaw(1, Flaw.Reason.CHECKPOINT_DIFFERS),
                ChainCheck.after(Head.NONE).next(first, Hash.NONE, null).flaw());
    }

    private static Entry at(long sequence, Entry entry) {
        return new Entry(
                sequence,
                entry.fact(),
                entry.recordedAt(),
                entry.salt(),
                entry.payloadHash(),
                entry.previousHash(),
                entry.hash());
    }
}
