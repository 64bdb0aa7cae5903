package io.omniflow.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Warnings and breaches: at the instant, once, and never for nothing. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class DeadlinesIT {
    private static final Duration LONG = Duration.ofHours(9);

    @Inject
    JudgeDueClocks judging;

    @Test
    void a_breach_is_told_at_its_deadline_once_the_watermark_has_passed_it() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofSeconds(2), LONG);
        try (Watch watch = Events.watch(Topics.SLA);
                Ticks ticks = new Ticks()) {
            ticks.start();
            Instant start = Sla.now();
            Instant due = start.plusSeconds(2);
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .send();
            SlaEvent.ClockBreached breach = (SlaEvent.ClockBreached)
                    watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class)).data();

            assertEquals(due, breach.breachedAt());
            assertEquals(ClockMetric.FIRST_RESPONSE, breach.metric());
            assertEquals(2, breach.policyVersion());
            assertEquals(SlaState.BREACHED, breach.sla().state());
            assertEquals(Duration.between(due, breach.noticedAt()), breach.late());
            assertTrue(breach.late().compareTo(Duration.ofSeconds(1)) < 0 || oneIsNoticedAtOnce(workspace, watch));
            System.out.println("breach noticed after " + breach.late() + " with a watermark");
            JsonPath clocks = Sla.clocksAt(ticket, 1);
            assertEquals(due, Instant.parse(clocks.getString("clocks[0].breachedAt")));
            assertEquals("PT0S", clocks.getString("clocks[0].remaining"));
            assertEquals(start.plusMillis(1500), Instant.parse(clocks.getString("clocks[0].warnings[0].at")));
        }
    }

    /** A machine may be busy for a second, but not each time. */
    private static boolean oneIsNoticedAtOnce(UUID workspace, Watch watch) {
        return IntStream.range(0, 5).anyMatch(again -> {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(Sla.now(), TicketPriority.NORMAL)
                    .send();
            SeenEvent seen = watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class));
            return ((SlaEvent.ClockBreached) seen.data()).late().compareTo(Duration.ofSeconds(1)) < 0;
        });
    }

    @Test
    void without_any_watermark_a_breach_waits_one_second() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofSeconds(1), LONG);
        try (Watch watch = Events.watch(Topics.SLA)) {
            Instant start = Sla.now();
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .send();

            List<SeenEvent> told = watch.await(
                    3,
                    event -> Sla.about(ticket).test(event)
                            && (event.data() instanceof SlaEvent.ClockWarned
                                    || event.data() instanceof SlaEvent.ClockBreached));

            SlaEvent.ClockBreached breach =
                    (SlaEvent.ClockBreached) told.getLast().data();
            assertEquals(start.plusSeconds(1), breach.breachedAt());
            assertEquals(breach.breachedAt(), Instant.parse(told.getLast().header("ce_time")));
            assertTrue(breach.late().compareTo(Duration.ofSeconds(1)) >= 0, () -> "late by " + breach.late());
            System.out.println("breach noticed after " + breach.late() + " without a watermark");
        }
    }

    @Test
    void a_waiting_fact_that_is_still_on_its_way_at_the_deadline_raises_no_false_alarm() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofSeconds(2), LONG);
        try (Watch watch = Events.watch(Topics.SLA)) {
            Instant start = Sla.now();
            Instant due = start.plusSeconds(2);
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .send();
            Sla.clocksAt(ticket, 1);

            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Sla.now()
                    .isAfter(due));
            ticket.status(due.minusMillis(30), TicketStatus.WAITING).send();
            Sla.clocksAt(ticket, 2);

            List<SeenEvent> told = watch.untilQuietFor(Duration.ofSeconds(2));
            assertTrue(told.stream().noneMatch(Sla.is(ticket, SlaEvent.ClockBreached.class)));
            assertEquals("paused", Sla.clocksAt(ticket, 2).getString("clocks[0].state"));
            assertEquals("PT1.97S", Sla.clocksAt(ticket, 2).getString("clocks[0].counted"));
        }
    }

    @Test
    void a_waiting_fact_that_comes_after_the_alarm_takes_the_breach_back() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofMillis(500), LONG);
        try (Watch watch = Events.watch(Topics.SLA)) {
            Instant start = Sla.now();
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .send();
            watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class));

            ticket.status(start.plusMillis(480), TicketStatus.WAITING).send();

            SlaEvent.ClockBreachWithdrawn withdrawn =
                    (SlaEvent.ClockBreachWithdrawn) watch.await(Sla.is(ticket, SlaEvent.ClockBreachWithdrawn.class))
                            .data();
            assertEquals(start.plusMillis(500), withdrawn.breachedAt());
            JsonPath clocks = Sla.clocksAt(ticket, 2);
            assertEquals("PT0.48S", clocks.getString("clocks[0].counted"));
            assertEquals(null, clocks.getString("clocks[0].breachedAt"));
        }
    }

    @Test
    void judges_at_the_same_time_tell_each_breach_once() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofMillis(1500), LONG);
        try (Watch watch = Events.watch(Topics.SLA);
                Ticks ticks = new Ticks()) {
            ticks.start();
            Instant start = Sla.now();
            List<SentTicket> tickets = IntStream.range(0, 200)
                    .mapToObj(i -> new SentTicket(workspace)
                            .withConversation()
                            .created(start.plusMillis(i), TicketPriority.NORMAL))
                    .toList();
            Events.publish(tickets.stream()
                    .map(SentTicket::takeUnsent)
                    .flatMap(List::stream)
                    .toArray(OutboundEvent[]::new));
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Sla.now()
                    .isAfter(start.plusMillis(1500)));

            for (int round = 0; round < 15; round++) {
                Uni.combine()
                        .all()
                        .unis(Stream.generate(judging::judge).limit(6).toList())
                        .discardItems()
                        .await()
                        .atMost(Duration.ofSeconds(20));
            }

            watch.await(200, breachIn(workspace));
            Map<UUID, Long> breaches = watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                    .filter(breachIn(workspace))
                    .collect(Collectors.groupingBy(SeenEvent::subject, Collectors.counting()));
            assertEquals(
                    tickets.stream().collect(Collectors.toMap(ticket -> ticket.id, ticket -> 1L, (a, b) -> a)),
                    breaches);
        }
    }

    @Test
    void a_judging_that_breaks_off_is_done_again_and_tells_once() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofMillis(700), LONG);
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(Sla.now(), TicketPriority.NORMAL)
                    .send();
            watch.await(2, Sla.is(ticket, SlaEvent.ClockStarted.class));
            Sla.asOwner("alter table outbox add constraint broken check (type not like '%breached%') not valid");
            try {
                Awaitility.await()
                        .during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> Sla.clocksAt(ticket, 1).getString("clocks[0].breachedAt") == null);
            } finally {
                Sla.asOwner("alter table outbox drop constraint broken");
            }

            watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class));
            assertEquals(
                    1,
                    watch.untilQuietFor(Duration.ofSeconds(2)).stream()
                            .filter(Sla.is(ticket, SlaEvent.ClockBreached.class))
                            .count());
        }
    }

    @Test
    void a_priority_whose_target_is_passed_breaches_with_the_change() {
        UUID workspace = UUID.randomUUID();
        try (Watch watch = Events.watch(Topics.SLA)) {
            Instant start = Sla.now().minus(Duration.ofMinutes(50));
            Instant changed = start.plus(Duration.ofMinutes(45));
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(start, TicketPriority.NORMAL)
                    .priority(changed, TicketPriority.URGENT)
                    .send();

            SlaEvent.ClockBreached breach = (SlaEvent.ClockBreached)
                    watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class)).data();

            assertEquals(changed, breach.breachedAt());
            assertEquals(Duration.ofMinutes(15), breach.target());
        }
    }

    private static Predicate<SeenEvent> breachIn(UUID workspace) {
        return event -> event.workspace().equals(workspace) && event.data() instanceof SlaEvent.ClockBreached;
    }
}
