package io.omniflow.sla.policy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.sla.clock.domain.Policy;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID CALENDAR = new UUID(0, 2);
    private final Book usual = Book.usual(WORKSPACE);
    private final UUID last = Policy.usualId(WORKSPACE);

    @Test
    void it_begins_with_the_usual_policy_alone() {
        assertEquals(1, usual.revision());
        assertEquals(last, usual.defaultEntry().policyId());
        assertEquals(1, usual.position(last));
    }

    @Test
    void one_in_the_middle_moves_the_later_ones_on() {
        Book book = usual.with(policy(1), 1).with(policy(2), 2).with(policy(3), 2);
        assertEquals(List.of(id(1), id(3), id(2), last), order(book));
        assertEquals(4, book.revision());
        assertEquals(2, book.position(id(3)));
        assertEquals(0, book.position(id(9)));
    }

    @Test
    void the_default_stays_the_last_whatever_position_is_asked_for() {
        Book book = usual.with(policy(1), 99).with(policy(2), Integer.MAX_VALUE);
        assertEquals(List.of(id(1), id(2), last), order(book));
        assertEquals(List.of(id(2), id(1), last), order(book.moved(id(1), 7)));
    }

    @Test
    void one_moves_up_and_down() {
        Book book = usual.with(policy(1), 1).with(policy(2), 2).with(policy(3), 3);
        assertEquals(List.of(id(3), id(1), id(2), last), order(book.moved(id(3), 1)));
        assertEquals(List.of(id(2), id(1), id(3), last), order(book.moved(id(1), 2)));
        assertEquals(book.entries(), book.moved(id(2), 2).entries());
    }

    @Test
    void a_new_version_keeps_its_place() {
        Book book = usual.with(policy(1), 1).with(policy(2), 2);
        Book.Entry changed = new Book.Entry(id(1), 2, CALENDAR, 5);
        assertEquals(List.of(id(1), id(2), last), order(book.changed(changed)));
        assertEquals(changed, book.changed(changed).entry(id(1)).orElseThrow());
    }

    @Test
    void a_calendar_is_followed_by_those_that_go_by_it() {
        Book book = usual.with(policy(1), 1).with(new Book.Entry(id(2), 1, new UUID(0, 3), 1), 2);
        Book followed = book.withCalendar(CALENDAR, 8);
        assertEquals(8, followed.entry(id(1)).orElseThrow().calendarVersion());
        assertEquals(1, followed.entry(id(2)).orElseThrow().calendarVersion());
        assertEquals(book.entries(), book.withCalendar(new UUID(0, 9), 2).entries());
    }

    @Test
    void what_is_removed_is_gone() {
        Book book = usual.with(policy(1), 1).without(id(1));
        assertEquals(usual.entries(), book.entries());
        assertEquals(3, book.revision());
    }

    @Test
    void it_is_full_with_two_hundred() {
        Book book = Stream.iterate(usual, before -> before.with(policy(before.revision()), 1))
                .limit(199)
                .toList()
                .getLast();
        assertEquals(199, book.entries().size());
        assertFalse(book.isFull());
        assertTrue(book.with(policy(1_000), 1).isFull());
    }

    private static List<UUID> order(Book book) {
        return book.entries().stream().map(Book.Entry::policyId).toList();
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    private static Book.Entry policy(int number) {
        return new Book.Entry(id(number), 1, CALENDAR, 1);
    }
}
