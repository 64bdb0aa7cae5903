package io.omniflow.merge.merging;

import static io.omniflow.merge.merging.TicketServicePlayed.newId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Problem;
import io.omniflow.testing.Backing;
import io.omniflow.testing.SeenEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RepeatIT {
    @Inject
    RepeatCommands repeat;

    private final MergeDesk desk = MergeDesk.opened();
    private final TicketServicePlayed tickets = new TicketServicePlayed();

    @AfterEach
    void close() {
        SettableClock.go();
        tickets.close();
    }

    @Test
    void a_command_without_an_answer_is_sent_again_and_either_copy_may_be_answered() {
        UUID merge = desk.request(newId(), newId());
        SeenEvent first = tickets.toMerge(merge);
        SettableClock.stopAt(Instant.now().plus(Duration.ofSeconds(61)));
        List<SeenEvent> both = tickets.toMerge(merge, 2);

        assertNotEquals(first.header(EventHeaders.ID), both.getLast().header(EventHeaders.ID));
        assertEquals(first.data(), both.getLast().data());
        assertEquals(first.header(EventHeaders.ACTOR), both.getLast().header(EventHeaders.ACTOR));
        assertEquals(first.header(EventHeaders.CORRELATION), both.getLast().header(EventHeaders.CORRELATION));
        TicketServicePlayed.refuse(both.getLast(), new Problem("already-merged", 409, "It is"));
        desk.await(merge, "rejected");
    }

    @Test
    void the_undo_of_a_merge_is_sent_again_as_well() {
        UUID merge = desk.merged(tickets, newId(), newId());
        desk.undo(merge).then().statusCode(202);
        SettableClock.stopAt(Instant.now().plus(Duration.ofSeconds(61)));
        List<SeenEvent> both = tickets.toUndo(merge, 2);

        assertEquals("agent:lead", both.getLast().header(EventHeaders.ACTOR));
        TicketServicePlayed.undo(both.getFirst());
        desk.await(merge, "undone");
    }

    @Test
    void what_is_answered_or_sent_a_moment_ago_is_not_sent_again() {
        desk.merged(tickets, newId(), newId());
        SettableClock.stopAt(Instant.now().plus(Duration.ofDays(1)));
        // whatever other tests left unanswered
        while (repeat.repeat().await().atMost(Duration.ofSeconds(20)) > 0) {
            // and once more
        }
        desk.request(newId(), newId());
        assertEquals(0, repeat.repeat().await().atMost(Duration.ofSeconds(20)));
    }
}
