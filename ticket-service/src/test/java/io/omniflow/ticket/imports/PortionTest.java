package io.omniflow.ticket.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortionTest {
    private static final Imports.Pending SMALL = new Imports.Pending("small", 900, 1_000);
    private static final Imports.Pending HEAVY = new Imports.Pending("heavy", 1, 6 << 20);
    private static final Imports.Pending ENDLESS = new Imports.Pending("endless", 10_001, 1_000);

    @Test
    void tickets_are_taken_until_their_entries_or_bytes_are_enough() {
        assertEquals(
                List.of("small", "small"),
                Portion.of(List.of(SMALL, SMALL, SMALL)).externalIds());
        assertEquals(List.of("small"), Portion.of(List.of(SMALL, HEAVY)).externalIds());
    }

    @Test
    void one_ticket_is_taken_however_heavy_it_is() {
        Portion portion = Portion.of(List.of(HEAVY, SMALL));
        assertEquals(List.of("heavy"), portion.externalIds());
        assertNull(portion.problem());
    }

    @Test
    void what_no_transaction_could_hold_is_refused_alone() {
        assertEquals(List.of("small"), Portion.of(List.of(SMALL, ENDLESS)).externalIds());
        Portion refused = Portion.of(List.of(ENDLESS, SMALL));
        assertEquals(List.of("endless"), refused.externalIds());
        assertNotNull(refused.problem());
        assertNotNull(
                Portion.of(List.of(new Imports.Pending("vast", 1, 17 << 20))).problem());
    }

    @Test
    void nothing_left_is_an_empty_portion() {
        assertEquals(List.of(), Portion.of(List.of()).externalIds());
    }
}
