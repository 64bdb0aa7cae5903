package io.omniflow.ticket.stale.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Instant END = Instant.parse("2026-03-02T08:00:00Z");
    private static final Lapse GRACE = new Lapse.Time(Duration.ofSeconds(10));
    private static final StalePolicy CLOSING = new StalePolicy(true, new Lapse.Days(30), GRACE, true, 1);
    private static final UUID ASSIGNEE = new UUID(0, 1);
    private static final UUID LEAD = new UUID(0, 2);

    @Test
    void without_a_ping_in_this_wait_nothing_is_closed() {
        assertEquals(Optional.of(Obstacle.NOT_PINGED), new Round(null, Round.Earlier.NEVER).obstacle(CLOSING, END));
        assertEquals(
                Optional.of(Obstacle.ACTIVITY_SINCE), new Round(null, Round.Earlier.PINGED).obstacle(CLOSING, END));
    }

    @Test
    void the_grace_of_the_newest_ping_must_be_over() {
        Round round = new Round(END, Round.Earlier.PINGED);
        assertEquals(Optional.of(Obstacle.GRACE_NOT_OVER), round.obstacle(CLOSING, END.minusMillis(1)));
        assertEquals(Optional.empty(), round.obstacle(CLOSING, END));
    }

    @Test
    void nothing_is_closed_where_that_is_not_wanted() {
        Round round = new Round(END, Round.Earlier.PINGED);
        assertEquals(Optional.of(Obstacle.NOT_WANTED), round.obstacle(StalePolicy.DEFAULT, END));
        StalePolicy off = new StalePolicy(false, GRACE, GRACE, true, 1);
        assertEquals(Optional.of(Obstacle.NOT_WANTED), round.obstacle(off, END));
    }

    @Test
    void a_ping_gives_the_grace_of_the_policy_whatever_is_asked_for_and_one_after_it_half_of_that() {
        Round first = new Round(null, Round.Earlier.NEVER);
        assertEquals(END.plusSeconds(10), first.graceUntil(CLOSING, END, END));
        assertEquals(END.plusSeconds(11), first.graceUntil(CLOSING, END, END.plusSeconds(11)));
        Round second = new Round(END, Round.Earlier.PINGED);
        assertEquals(END.plusSeconds(5), second.graceUntil(CLOSING, END, END));
        assertEquals(Duration.ofDays(3), StalePolicy.DEFAULT.grace().least());
    }

    @Test
    void whoever_is_not_there_is_stood_in_for_by_the_other() {
        assertEquals(List.of(ASSIGNEE, LEAD), candidates(Recipient.ASSIGNEE, ASSIGNEE, LEAD));
        assertEquals(List.of(LEAD, ASSIGNEE), candidates(Recipient.LEAD, ASSIGNEE, LEAD));
        assertEquals(
                List.of(LEAD),
                Recipient.ASSIGNEE
                        .candidates(Optional.empty(), Optional.of(LEAD))
                        .toList());
        assertEquals(
                List.of(ASSIGNEE),
                Recipient.LEAD
                        .candidates(Optional.of(ASSIGNEE), Optional.empty())
                        .toList());
    }

    private static List<UUID> candidates(Recipient recipient, UUID assignee, UUID lead) {
        return recipient.candidates(Optional.of(assignee), Optional.of(lead)).toList();
    }
}
