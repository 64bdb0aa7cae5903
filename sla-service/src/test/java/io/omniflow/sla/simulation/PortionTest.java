package io.omniflow.sla.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How much is read at once. */
class PortionTest {
    @Test
    void tickets_are_taken_until_they_have_so_many_facts() {
        assertEquals(3, taken(10, 4, 3, 3, 1));
        assertEquals(2, taken(10, 4, 3, 4, 1));
        assertEquals(4, taken(100, 4, 3, 4, 1));
    }

    @Test
    void a_ticket_with_more_facts_than_that_is_taken_alone() {
        assertEquals(1, taken(10, 5_000, 1));
    }

    @Test
    void where_nothing_is_left_nothing_is_taken() {
        assertEquals(0, taken(10));
    }

    private static int taken(long most, long... facts) {
        List<Simulations.Candidate> candidates = LongStream.of(facts)
                .mapToObj(
                        each -> new Simulations.Candidate(new Simulation.Place(Instant.EPOCH, UUID.randomUUID()), each))
                .toList();
        return Portion.of(candidates, most).tickets().size();
    }
}
