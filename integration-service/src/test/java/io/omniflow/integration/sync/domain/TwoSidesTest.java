package io.omniflow.integration.sync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Tickets and the issue they are tied to, with people at work on both sides, and everything between them late, repeated, lost
 * or of unknown outcome.
 */
class TwoSidesTest {

    @Property(tries = 3_000)
    void one_ticket_and_its_issue_end_alike(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int changes) {
        ends(new Sides(seed, 1), changes);
    }

    @Property(tries = 2_000)
    void several_tickets_and_one_issue_end_alike(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 3) int tickets,
            @ForAll @IntRange(min = 0, max = 8) int changes) {
        ends(new Sides(seed, tickets), changes);
    }

    @Property(tries = 1_000)
    void of_two_changes_at_once_the_later_one_stands(@ForAll long seed) {
        Sides sides = new Sides(seed, 1);
        sides.settle();

        sides.bothChangeBeforeAnybodyLooks();

        sides.settle();
        sides.assertLaterStands();
    }

    private static void ends(Sides sides, int changes) {
        for (int i = 0; i < changes; i++) {
            sides.somebodyChangesSomething();
            sides.someThingsHappen();
        }
        sides.settle();
        assertTrue(sides.alike(), sides::toString);
        int writes = sides.writes();
        assertTrue(
                writes <= sides.mostWrites(changes), () -> writes + " writes after " + changes + " changes\n" + sides);
        sides.readEverythingAgain();
        sides.settle();
        assertEquals(writes, sides.writes(), "who looks again finds nothing to do");
    }
}
