package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Replica;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Deadlines pass while two replicas of sla-service are killed in turn, and some tickets are moved to Waiting at the last
 * moment: whoever was late is told once, and nobody who was in time.
 */
@ExtendWith(RoughSuite.class)
class DeadlineStoryTest {
    private static final int TICKETS = 300;
    private static final Duration TARGET = Duration.ofSeconds(10);
    private static final Duration LAST_MOMENT = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int IN_TIME_AT_LEAST = 10;

    private record Opened(String id, Instant due, boolean leaves) {}

    @Test
    void each_missed_deadline_is_told_once_and_none_that_was_kept(Suite suite) throws Exception {
        try (Replica second = suite.replica("sla-service");
                SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token(UUID.randomUUID(), TokenRole.LEAD, "lea"))) {
            resolvedWithinTarget(api);
            List<Opened> tickets = passing(suite, second, api);
            int inTime = 0;
            for (Opened ticket : tickets) {
                List<JsonNode> facts = recorded(api, ticket);
                boolean left = facts.stream()
                        .filter(fact -> fact.path("kind").asText().equals("status_changed"))
                        .anyMatch(
                                fact -> !Instant.parse(fact.path("at").asText()).isAfter(ticket.due));
                List<Instant> breaches = facts.stream()
                        .filter(fact -> fact.path("kind").asText().equals("clock_breached"))
                        .map(fact -> Instant.parse(fact.path("at").asText()))
                        .toList();
                assertEquals(left ? List.of() : List.of(ticket.due), breaches, ticket::toString);
                inTime += left ? 1 : 0;
            }
            assertTrue(inTime >= IN_TIME_AT_LEAST, "left in time: " + inTime);
            System.out.printf(
                    "%d deadlines under fire: %d missed and told once, %d kept at the last moment%n",
                    TICKETS, TICKETS - inTime, inTime);
        }
    }

    private static void resolvedWithinTarget(SuiteApi api) throws InterruptedException {
        String policy = api.get("/api/v1/sla/policies")
                .orFail("policies")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        api.patch(
                        "/api/v1/sla/policies/" + policy,
                        "{\"warnAtPercent\": [], \"targets\": {\"normal\": {\"firstResponse\": null, \"resolution\": \""
                                + TARGET + "\"}}}")
                .orFail("the policy");
    }

    /** Opens them, and returns when the last deadline has passed. */
    private static List<Opened> passing(Suite suite, Replica second, SuiteApi api) throws Exception {
        Random random = new Random(42);
        try (ScheduledExecutorService hands = Executors.newScheduledThreadPool(4)) {
            List<Opened> tickets = new ArrayList<>();
            List<Future<?>> leaving = new ArrayList<>();
            for (int i = 0; i < TICKETS; i++) {
                JsonNode made = api.post("/api/v1/tickets", "application/json", "{\"title\": \"Ticket " + i + "\"}")
                        .orFail("a ticket")
                        .body();
                Instant due = Instant.parse(made.path("createdAt").asText()).plus(TARGET);
                Opened ticket = new Opened(made.path("id").asText(), due, i % 3 == 0);
                tickets.add(ticket);
                if (ticket.leaves) {
                    Instant leaves = due.minusMillis(1 + random.nextInt((int) LAST_MOMENT.toMillis()));
                    leaving.add(hands.schedule(
                            () -> api.patch("/api/v1/tickets/" + ticket.id, "{\"status\": \"waiting\"}")
                                    .orFail("waiting"),
                            Duration.between(Instant.now(), leaves).toMillis(),
                            TimeUnit.MILLISECONDS));
                }
            }
            Instant first = tickets.getFirst().due;
            Duration span = Duration.between(first, tickets.getLast().due);
            leaving.add(at(hands, first.plus(span.dividedBy(4)), () -> suite.kill("sla-service")));
            leaving.add(at(hands, first.plus(span.dividedBy(2)), () -> {
                second.kill();
                second.startAgain();
            }));
            for (Future<?> one : leaving) {
                one.get();
            }
            return tickets;
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    private static Future<?> at(ScheduledExecutorService hands, Instant when, Deed deed) {
        return hands.schedule(
                () -> {
                    deed.run();
                    return true;
                },
                Math.max(0, Duration.between(Instant.now(), when).toMillis()),
                TimeUnit.MILLISECONDS);
    }

    /** Every fact of the ticket, once its clock neither runs in time nor has anything left to be told. */
    private static List<JsonNode> recorded(SuiteApi api, Opened ticket) throws InterruptedException {
        String clocks = "/api/v1/sla/tickets/" + ticket.id;
        api.await(clocks, clocks, SOON, answer -> isSettled(answer, ticket));
        String entries = "/api/v1/audit?limit=200&ticketId=" + ticket.id;
        List<JsonNode> facts = new ArrayList<>();
        api.await(entries, entries, SOON, answer -> isWhole(answer, ticket))
                .path("items")
                .forEach(facts::add);
        return facts;
    }

    private static boolean isSettled(JsonNode answer, Opened ticket) {
        for (JsonNode clock : answer.path("clocks")) {
            if (clock.path("metric").asText().equals("resolution")) {
                return (!clock.path("breachedAt").isNull()
                                || clock.path("state").asText().equals("paused"))
                        && answer.path("ticketVersion").asInt() == (ticket.leaves ? 2 : 1);
            }
        }
        return false;
    }

    /** A clock that was paused or missed its deadline has told so after it was started. */
    private static boolean isWhole(JsonNode answer, Opened ticket) {
        List<String> kinds = new ArrayList<>();
        answer.path("items").forEach(item -> kinds.add(item.path("kind").asText()));
        return kinds.contains(ticket.leaves ? "clock_paused" : "clock_breached");
    }
}
