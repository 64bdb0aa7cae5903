package io.omniflow.sla.clock;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million running clocks, and beside them deadlines and changes. It prints figures, all of them from the time of what
 * happened to the time its SLA fact was published; it asserts only that each is told, and once.
 */
@Tag("benchmark")
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ClockBenchmarkIT {
    private static final int COPIES = Integer.getInteger("omniflow.benchmark.tickets", 500_000);
    private static final int SPREAD = 1_000;
    private static final int AT_ONCE = 5_000;
    private static final int RATE = 300;
    private static final int SECONDS = 60;
    private static final Duration TARGET = Duration.ofMinutes(10);
    /** Until the deadlines begin, all their tickets are known. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private static final Duration QUIET = Duration.ofSeconds(6);

    @Test
    void deadlines_and_changes_beside_a_million_running_clocks() throws Exception {
        UUID desk = workspace();
        try (Ticks ticks = new Ticks()) {
            ticks.start();
            load();
            deadlines(desk, "spread over a minute", SPREAD, Duration.ofMinutes(1));
            List<SentTicket> tickets = deadlines(desk, "in the same second", AT_ONCE, Duration.ofSeconds(1));
            changes(tickets);
        }
    }

    private static UUID workspace() {
        UUID workspace = UUID.randomUUID();
        String targets = "{\"firstResponse\": \"" + TARGET + "\", \"resolution\": \"PT9H\"}";
        given().auth()
                .oauth2(Tokens.token(workspace, "lea", "lead"))
                .contentType("application/json")
                .body("{\"warnAtPercent\": [], \"targets\": {\"normal\": " + targets + "}}")
                .patch("/api/v1/sla/policies/{id}", Policy.usualId(workspace))
                .then()
                .statusCode(200);
        return workspace;
    }

    private static void load() throws SQLException, IOException {
        UUID workspace = UUID.randomUUID();
        SentTicket one = new SentTicket(workspace)
                .withConversation()
                .created(Sla.now(), TicketPriority.NORMAL)
                .send();
        Sla.clocksAt(one, 1);
        Instant began = Sla.now();
        try (InputStream script = Objects.requireNonNull(
                        ClockBenchmarkIT.class.getResourceAsStream("/benchmark/million-clocks.sql"));
                Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replace(":workspace", "'" + workspace + "'")
                    .replace(":ticket", "'" + one.id + "'")
                    .replace(":copies", Integer.toString(COPIES));
            for (String each : sql.split(";\\s*\\n")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
        System.out.printf("benchmark clocks: %d run, loaded in %s%n", COPIES * 2, Duration.between(began, Sla.now()));
    }

    /** Tickets whose first responses fall due in that time, evenly; none is answered. */
    private static List<SentTicket> deadlines(UUID workspace, String named, int count, Duration within) {
        try (Watch watch = Events.watch(Topics.SLA)) {
            Instant first = Sla.now().plus(AHEAD);
            List<SentTicket> tickets = IntStream.range(0, count)
                    .mapToObj(i -> new SentTicket(workspace)
                            .withConversation()
                            .created(
                                    first.minus(TARGET)
                                            .plus(within.multipliedBy(i).dividedBy(count)),
                                    TicketPriority.NORMAL))
                    .toList();
            Events.publish(unsent(tickets));
            List<SeenEvent> breaches =
                    breaches(watch, tickets, first.plus(within).plus(QUIET));
            assertEquals(count, breaches.size(), "breaches told");
            assertEquals(
                    count, breaches.stream().map(SeenEvent::subject).distinct().count(), "tickets that breached");
            print(
                    count + " deadlines " + named,
                    breaches.stream()
                            .map(event -> Duration.between(
                                    ((SlaEvent.ClockBreached) event.data()).breachedAt(), event.publishedAt()))
                            .toList());
            return tickets;
        }
    }

    private static List<SeenEvent> breaches(Watch watch, List<SentTicket> tickets, Instant atLeastUntil) {
        Set<UUID> asked = tickets.stream().map(ticket -> ticket.id).collect(Collectors.toSet());
        Predicate<SeenEvent> breach =
                event -> asked.contains(event.subject()) && event.data() instanceof SlaEvent.ClockBreached;
        List<SeenEvent> seen;
        do {
            seen = watch.untilQuietFor(QUIET).stream().filter(breach).toList();
        } while (Sla.now().isBefore(atLeastUntil));
        return seen;
    }

    /** Each change stops clocks, or lets them go on. */
    private static void changes(List<SentTicket> tickets) {
        try (Watch watch = Events.watch(Topics.SLA);
                Events.Sender sender = Events.sender()) {
            Set<UUID> asked = tickets.stream().map(ticket -> ticket.id).collect(Collectors.toSet());
            long start = System.nanoTime();
            for (int i = 0; i < RATE * SECONDS; i++) {
                waitUntil(start + i * 1_000_000_000L / RATE);
                SentTicket ticket = tickets.get(i % tickets.size());
                boolean pauses = i / tickets.size() % 2 == 0;
                ticket.status(Sla.now(), pauses ? TicketStatus.WAITING : TicketStatus.IN_PROGRESS);
                ticket.takeUnsent().forEach(sender::send);
            }
            List<Duration> lags = watch.untilQuietFor(QUIET).stream()
                    .filter(event -> asked.contains(event.subject()))
                    .filter(event -> event.data() instanceof SlaEvent.ClockPaused
                            || event.data() instanceof SlaEvent.ClockResumed)
                    .map(event -> Duration.between(Instant.parse(event.header(EventHeaders.TIME)), event.publishedAt()))
                    .toList();
            // two clocks of each ticket
            assertEquals(2 * RATE * SECONDS, lags.size(), "clocks told to have stopped or gone on");
            print(RATE + " changes a second for " + SECONDS + " s, clock behind the ticket", lags);
        }
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static OutboundEvent[] unsent(List<SentTicket> tickets) {
        return tickets.stream()
                .map(SentTicket::takeUnsent)
                .flatMap(List::stream)
                .toArray(OutboundEvent[]::new);
    }

    private static void print(String what, List<Duration> late) {
        List<Duration> sorted = new ArrayList<>(late);
        sorted.sort(null);
        System.out.printf(
                "benchmark clocks: %s: p50 %d ms, p99 %d ms, most %d ms%n",
                what,
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() * 99 / 100).toMillis(),
                sorted.getLast().toMillis());
    }
}
