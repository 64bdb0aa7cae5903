package io.omniflow.ticket.imports.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant START = Instant.parse("2012-10-09T14:50:17Z");
    private static final Replay.Import BY =
            new Replay.Import(new UUID(0, 7), Instant.parse("2026-11-24T12:00:00Z"), new TicketId(new UUID(0, 1)), 42);
    private static final Replay.Names NAMES = new Replay.Names() {
        @Override
        public UUID agent(String name) {
            return new UUID(1, name.hashCode());
        }

        @Override
        public UUID team(String name) {
            return new UUID(2, name.hashCode());
        }
    };

    private static HistoryEntry at(int seconds, @Nullable Status status) {
        return new HistoryEntry(START.plusSeconds(seconds), status, null, null, null, null, null, null);
    }

    private static History history(@Nullable Instant createdAt, HistoryEntry... entries) {
        return new History("case-1", "Old", null, Priority.HIGH, createdAt, Tags.NONE, Map.of(), List.of(entries));
    }

    private static Replay.Outcome replay(History history, @Nullable Ticket known, Set<String> seen) {
        return Replay.of(history, known, seen, BY, NAMES, UUID::randomUUID);
    }

    private static Replay.Replayed fresh(History history) {
        return assertInstanceOf(Replay.Replayed.class, replay(history, null, Set.of()));
    }

    private static List<Fact> facts(Replay.Replayed replayed) {
        return replayed.done().stream()
                .flatMap(done -> done.facts().stream())
                .map(Recorded::fact)
                .toList();
    }

    @Test
    void entries_become_facts_in_the_order_of_their_times() {
        Replay.Replayed replayed =
                fresh(history(START, at(20, Status.CLOSED), at(10, Status.WAITING), at(15, Status.WAITING)));
        assertEquals(
                List.of(
                        new Fact.Created(),
                        new Fact.StatusChanged(Status.OPEN, Status.WAITING),
                        new Fact.StatusChanged(Status.WAITING, Status.CLOSED),
                        new Fact.Imported("case-1", BY.id(), BY.at(), 3)),
                facts(replayed));
        assertEquals(START.plusSeconds(20), replayed.ticket().updatedAt());
        assertEquals(4, replayed.ticket().version());
        assertEquals(3, replayed.newEntries().size());
    }

    @Test
    void an_entry_as_old_as_the_ticket_says_how_it_began() {
        Replay.Replayed same = fresh(history(START, at(0, Status.WAITING)));
        assertEquals(2, facts(same).size());
        assertEquals(Status.WAITING, same.ticket().status());
        Replay.Replayed later = fresh(history(START, at(1, Status.WAITING)));
        assertEquals(3, facts(later).size());
    }

    @Test
    void without_a_time_of_its_own_a_ticket_begins_with_its_first_entry() {
        Replay.Replayed replayed = fresh(history(null, at(5, Status.IN_PROGRESS)));
        assertEquals(START.plusSeconds(5), replayed.ticket().createdAt());
        assertEquals(Status.IN_PROGRESS, replayed.ticket().status());
    }

    @Test
    void entries_taken_before_make_nothing_new() {
        History history = history(START, at(10, Status.WAITING));
        Replay.Replayed first = fresh(history);
        Replay.Replayed again =
                assertInstanceOf(Replay.Replayed.class, replay(history, first.ticket(), first.newEntries()));
        assertEquals(List.of(), again.done());
        assertEquals(first.ticket(), again.ticket());
        Replay.Replayed more = assertInstanceOf(
                Replay.Replayed.class,
                replay(
                        history(START, at(10, Status.WAITING), at(30, Status.OPEN)),
                        first.ticket(),
                        first.newEntries()));
        assertEquals(
                List.of(
                        new Fact.StatusChanged(Status.WAITING, Status.OPEN),
                        new Fact.Imported("case-1", BY.id(), BY.at(), 1)),
                facts(more));
    }

    @Test
    void an_entry_told_twice_in_one_file_is_one() {
        assertEquals(
                3,
                facts(fresh(history(START, at(10, Status.WAITING), at(10, Status.WAITING))))
                        .size());
    }

    @Test
    void the_past_of_what_is_known_cannot_be_written_anew() {
        Replay.Replayed first = fresh(history(START, at(10, Status.WAITING)));
        assertInstanceOf(
                Replay.Impossible.class,
                replay(history(START, at(5, Status.CLOSED)), first.ticket(), first.newEntries()));
    }

    @Test
    void a_ticket_needs_a_title_and_a_beginning_that_is_not_in_the_future() {
        assertInstanceOf(Replay.Impossible.class, replay(history(null), null, Set.of()));
        assertInstanceOf(Replay.Impossible.class, replay(history(BY.at().plusMillis(1)), null, Set.of()));
        History untitled = new History("case-1", " ", null, null, START, Tags.NONE, Map.of(), List.of());
        assertInstanceOf(Replay.Impossible.class, replay(untitled, null, Set.of()));
    }

    @Test
    void who_acted_is_told_where_the_history_names_it() {
        HistoryEntry named =
                new HistoryEntry(START.plusSeconds(1), Status.WAITING, null, "luca", null, "luca", true, null);
        Replay.Replayed replayed = fresh(history(START, named));
        assertEquals("luca", replayed.done().get(1).actor());
        assertEquals(null, replayed.done().getLast().actor());
        assertEquals(NAMES.agent("luca"), replayed.ticket().assigneeId());
        assertEquals(START.plusSeconds(1), replayed.ticket().firstRespondedAt());
    }

    @Test
    void what_has_not_happened_yet_is_refused() {
        HistoryEntry tomorrow =
                new HistoryEntry(BY.at().plusMillis(1), Status.CLOSED, null, null, null, null, null, null);
        assertInstanceOf(
                Replay.Impossible.class, replay(history(START, at(10, Status.WAITING), tomorrow), null, Set.of()));
        HistoryEntry now = new HistoryEntry(BY.at(), Status.CLOSED, null, null, null, null, null, null);
        assertInstanceOf(Replay.Replayed.class, replay(history(START, now), null, Set.of()));
    }
}
