package io.omniflow.merge.audit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final CheckpointRule EVERY_THREE = new CheckpointRule(3);

    @Test
    void sequences_have_no_gap_across_batches() {
        Chain.Extension first = extend(Chain.startedOn(Chained.NOW), Chained.facts(4), Chained.NOW, Chained.SELDOM);
        Chain.Extension second = extend(first.chain(), List.of(Chained.fact(5)), Chained.NOW, Chained.SELDOM);

        assertEquals(
                LongStream.rangeClosed(1, 4).boxed().toList(),
                first.entries().stream().map(Entry::sequence).toList());
        assertEquals(5, second.chain().head().sequence());
        assertEquals(first.chain().head().hash(), second.entries().getFirst().previousHash());
    }

    @Test
    void nothing_to_append_leaves_the_chain_as_it_is() {
        Chain chain = Chain.startedOn(Chained.NOW);

        assertEquals(new Chain.Extension(chain, List.of(), null), extend(chain, List.of(), Chained.NOW, EVERY_THREE));
    }

    @Test
    void a_checkpoint_is_taken_of_the_head_once_enough_entries_have_gathered() {
        Chain.Extension two = extend(Chain.startedOn(Chained.NOW), Chained.facts(2), Chained.NOW, EVERY_THREE);
        Chain.Extension four = extend(two.chain(), List.of(Chained.fact(3), Chained.fact(4)), Chained.NOW, EVERY_THREE);

        assertNull(two.checkpoint());
        assertEquals(new Checkpoint(4, four.entries().getLast().hash()), four.checkpoint());
        assertEquals(0, four.chain().unproven());
    }

    @Test
    void a_checkpoint_that_comes_back_as_a_fact_calls_for_no_other() {
        CheckpointRule always = new CheckpointRule(1);
        Chain.Extension proven = extend(Chain.startedOn(Chained.NOW), Chained.facts(1), Chained.NOW, always);
        Chain.Extension told =
                extend(proven.chain(), List.of(kind(Chained.fact(2), Fact.CHECKPOINT)), Chained.NOW, always);
        Chain.Extension nextDay = extend(told.chain(), List.of(), Chained.NOW.plus(Duration.ofDays(1)), always);

        assertNotNull(proven.checkpoint());
        assertNull(told.checkpoint());
        assertNull(nextDay.checkpoint());
    }

    @Test
    void a_day_that_ended_with_unproven_entries_is_proven_without_a_new_fact() {
        Chain.Extension today = extend(Chain.startedOn(Chained.NOW), Chained.facts(2), Chained.NOW, Chained.SELDOM);
        Instant midnight = Instant.parse("2026-11-25T00:00:00Z");

        assertNull(extend(today.chain(), List.of(), midnight.minusMillis(1), Chained.SELDOM)
                .checkpoint());
        Chain.Extension tomorrow = extend(today.chain(), List.of(), midnight, Chained.SELDOM);
        assertEquals(new Checkpoint(2, today.chain().head().hash()), tomorrow.checkpoint());
        assertNull(extend(tomorrow.chain(), List.of(), midnight.plus(Duration.ofDays(2)), Chained.SELDOM)
                .checkpoint());
    }

    private static Chain.Extension extend(Chain chain, List<Fact> facts, Instant now, CheckpointRule rule) {
        return chain.extend(facts, now, Chained.salts(), rule);
    }

    private static Fact kind(Fact fact, String kind) {
        return new Fact(
                fact.workspace(),
                fact.id(),
                null,
                kind,
                fact.actor(),
                fact.at(),
                fact.service(),
                null,
                fact.correlationId(),
                fact.payload());
    }
}
