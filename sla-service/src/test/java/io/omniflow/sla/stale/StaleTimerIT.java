package io.omniflow.sla.stale;

import static io.omniflow.sla.stale.StaleWorkspace.command;
import static io.omniflow.sla.stale.StaleWorkspace.deliver;
import static io.omniflow.sla.stale.StaleWorkspace.notBefore;
import static io.omniflow.sla.stale.StaleWorkspace.time;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.sla.clock.TakeWatermarks;
import io.omniflow.sla.clock.Ticks;
import io.omniflow.sla.clock.Watermarks;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** When stale tickets are judged: behind a watermark, by one of many, and not for the time in which nobody could act. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class StaleTimerIT {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(4);

    @Inject
    JudgeWatches judging;

    @Inject
    TakeWatermarks watermarks;

    private final StaleWorkspace workspace = new StaleWorkspace();

    private static Watch watch() {
        return Events.watch(Topics.SLA, Topics.TICKET_COMMANDS);
    }

    @Test
    void nothing_is_judged_before_the_facts_up_to_it_are_known() {
        workspace.policy(SOON, GRACE, true);
        try (Watch watch = watch()) {
            Instant since = Sla.now();
            SentTicket ticket = workspace.waiting(since).send();
            assertEquals(
                    0,
                    watch.untilQuietFor(Duration.ofSeconds(4)).stream()
                            .filter(Sla.about(ticket))
                            .filter(event -> event.data() instanceof TicketCommand)
                            .count());
            Instant touched = Sla.now();
            ticket.noted(touched).send();
            Sla.clocksAt(ticket, 3);
            try (Ticks ticks = new Ticks()) {
                ticks.start();
                notBefore(touched.plus(SOON), time(command(watch, ticket, 1)));
            }
        }
    }

    @Test
    void a_silence_of_ticket_service_makes_a_running_grace_longer() {
        Duration grace = Duration.ofSeconds(8);
        workspace.policy(SOON, grace, true);
        try (Watch watch = watch()) {
            SentTicket ticket;
            Instant delivered;
            try (Ticks ticks = new Ticks()) {
                ticks.start();
                ticket = workspace.waiting(Sla.now()).send();
                delivered = deliver(ticket, command(watch, ticket, 1));
                Sla.clocksAt(ticket, 3);
            }
            Instant quiet = Sla.now();
            Instant longEnough = quiet.plusSeconds(3);
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> Sla.now()
                    .isAfter(longEnough));
            try (Ticks ticks = new Ticks()) {
                Duration lost = Duration.between(quiet, Sla.now());
                ticks.start();
                SeenEvent toLead = command(watch, ticket, 2);
                notBefore(delivered.plus(grace.dividedBy(2)).plus(lost), time(toLead));
                deliver(ticket, toLead);
                SeenEvent close = command(watch, ticket, 3);
                notBefore(delivered.plus(grace).plus(lost), time(close));
            }
        }
    }

    @Test
    void replicas_that_learn_of_the_end_of_a_silence_at_once_make_up_for_it_once() {
        workspace.policy(SOON, Duration.ofMinutes(1), true);
        try (Watch watch = watch()) {
            SentTicket ticket;
            try (Ticks ticks = new Ticks()) {
                ticks.start();
                ticket = workspace.waiting(Sla.now()).send();
                deliver(ticket, command(watch, ticket, 1));
                Sla.clocksAt(ticket, 3);
                StaleWorkspace.awaitWatermarkAfter(Sla.now());
            }
            Instant longEnough = Sla.now().plusSeconds(3);
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> Sla.now()
                    .isAfter(longEnough));
            Instant end = Sla.now();
            Duration silence = Duration.between(StaleWorkspace.newestWatermark(), end);
            Instant graceUntil = StaleWorkspace.graceUntil(ticket);
            Watermarks.Watermark told = new Watermarks.Watermark(Topics.TICKETS, end, List.of());
            Uni.combine()
                    .all()
                    .unis(Stream.generate(() -> watermarks.take(List.of(told)))
                            .limit(6)
                            .toList())
                    .discardItems()
                    .await()
                    .atMost(Duration.ofSeconds(20));
            assertEquals(graceUntil.plus(silence), StaleWorkspace.graceUntil(ticket));
        }
    }

    @Test
    void a_grace_that_becomes_known_after_a_silence_is_longer_by_it_too() {
        workspace.policy(SOON, GRACE, true);
        try (Watch watch = watch()) {
            SentTicket ticket;
            SeenEvent toAssignee;
            try (Ticks ticks = new Ticks()) {
                ticks.start();
                ticket = workspace.waiting(Sla.now()).send();
                toAssignee = command(watch, ticket, 1);
            }
            Instant quiet = Sla.now();
            Instant longEnough = quiet.plusSeconds(3);
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> Sla.now()
                    .isAfter(longEnough));
            try (Ticks ticks = new Ticks()) {
                Duration lost = Duration.between(quiet, Sla.now());
                ticks.start();
                StaleWorkspace.awaitSilenceUntilAfter(quiet);
                ticket.pinged(quiet, UUID.fromString(toAssignee.header("ce_id")), quiet)
                        .send();
                notBefore(quiet.plus(GRACE.dividedBy(2)).plus(lost), time(command(watch, ticket, 2)));
            }
        }
    }

    @Test
    void judges_at_the_same_time_ask_once() {
        workspace.policy(SOON, GRACE, true);
        try (Watch watch = watch();
                Ticks ticks = new Ticks()) {
            ticks.start();
            Instant since = Sla.now();
            List<SentTicket> tickets = IntStream.range(0, 100)
                    .mapToObj(i -> workspace.waiting(since.plusMillis(i)))
                    .toList();
            Events.publish(tickets.stream()
                    .map(SentTicket::takeUnsent)
                    .flatMap(List::stream)
                    .toArray(OutboundEvent[]::new));
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Sla.now()
                    .isAfter(since.plus(SOON)));
            for (int round = 0; round < 15; round++) {
                Uni.combine()
                        .all()
                        .unis(Stream.generate(judging::judge).limit(6).toList())
                        .discardItems()
                        .await()
                        .atMost(Duration.ofSeconds(20));
            }
            watch.await(100, this::isCommand);
            Map<UUID, Long> asked = watch.untilQuietFor(SOON).stream()
                    .filter(this::isCommand)
                    .collect(Collectors.groupingBy(SeenEvent::subject, Collectors.counting()));
            assertEquals(tickets.stream().collect(Collectors.toMap(ticket -> ticket.id, ticket -> 1L)), asked);
        }
    }

    private boolean isCommand(SeenEvent event) {
        return event.workspace().equals(workspace.id) && event.data() instanceof TicketCommand;
    }
}
