package io.omniflow.merge.audit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a chain, the check finds it, and not later than right behind the place. */
class TamperingPropertyTest {
    @Provide
    Arbitrary<Tampering> tamperings() {
        return Arbitraries.of(Tampering.all());
    }

    @Property
    void a_text_cut_elsewhere_is_another_entry(@ForAll @IntRange(min = 1, max = 13) int cut) {
        Fact fact = Chained.fact(1);
        String joined = fact.kind() + fact.actor();
        Fact shifted = new Fact(
                fact.workspace(),
                fact.id(),
                fact.ticketId(),
                joined.substring(0, cut),
                joined.substring(cut),
                fact.at(),
                fact.service(),
                fact.mergeId(),
                fact.correlationId(),
                fact.payload());

        assertNotEquals(sealed(fact).hash(), sealed(shifted).hash());
    }

    @Property
    void any_change_of_any_field_is_found(
            @ForAll("tamperings") Tampering tampering,
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 39) int place) {
        Assume.that(place < length);
        List<Entry> entries = new ArrayList<>(Chained.entries(length));
        entries.set(place, tampering.of(entries.get(place)));

        ChainCheck check = Chained.check(entries);

        assertNotNull(check.flaw());
        assertEquals(place + 1, check.flaw().sequence());
        assertEquals(place, check.checked());
    }

    @Property
    void any_removal_is_found(
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 39) int from,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        Assume.that(from + count <= length);
        List<Entry> entries = new ArrayList<>(Chained.entries(length));
        Hash end = entries.getLast().hash();
        entries.subList(from, from + count).clear();

        assertEquals(
                new Flaw(from + 1, Flaw.Reason.ENTRY_MISSING),
                Chained.check(entries).endedAt(length, end).flaw());
    }

    @Property
    void any_other_order_of_the_same_facts_has_another_end(
            @ForAll @IntRange(min = 0, max = 19) int one, @ForAll @IntRange(min = 0, max = 19) int other) {
        Assume.that(one != other);
        List<Fact> facts = new ArrayList<>(Chained.facts(20));
        Collections.swap(facts, one, other);

        assertNotEquals(
                Chained.entries(20).getLast().hash(),
                Chain.startedOn(Chained.NOW)
                        .extend(facts, Chained.NOW, Chained.salts(), Chained.SELDOM)
                        .chain()
                        .head()
                        .hash());
    }

    private static Entry sealed(Fact fact) {
        return Entry.after(Head.NONE, fact, Chained.NOW, Chained.salts().next());
    }
}
