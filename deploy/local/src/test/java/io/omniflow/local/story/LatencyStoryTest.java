package io.omniflow.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How soon the other services show what ticket-service has accepted. Prints figures; asserts only that they show it. */
@ExtendWith(OneSuite.class)
class LatencyStoryTest {
    private static final int WARM_UP = 100;
    private static final int CHANGES = 200;
    private static final Duration GOAL = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Suite suite;

    LatencyStoryTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void a_change_becomes_visible_in_the_clock_and_in_the_audit_log() throws Exception {
        String token = suite.token(UUID.randomUUID(), TokenRole.LEAD, "anna");
        List<Duration> clock = new ArrayList<>();
        List<Duration> audit = new ArrayList<>();
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), token);
                ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            String ticket = api.post("/api/v1/tickets", "application/json", "{\"title\": \"Often changed\"}")
                    .orFail("Opening a ticket")
                    .body()
                    .path("id")
                    .asText();
            for (int change = 0; change < WARM_UP + CHANGES; change++) {
                String status = change % 2 == 0 ? "waiting" : "in_progress";
                long version = api.patch("/api/v1/tickets/" + ticket, "{\"status\": \"" + status + "\"}")
                        .orFail("Changing the ticket")
                        .body()
                        .path("version")
                        .asLong();
                long answered = System.nanoTime();
                var inClock = CompletableFuture.supplyAsync(
                        () -> seen(
                                api,
                                "/api/v1/sla/tickets/" + ticket,
                                answered,
                                body -> body.path("ticketVersion").asLong() >= version),
                        watchers);
                var inAudit = CompletableFuture.supplyAsync(
                        () -> seen(
                                api,
                                "/api/v1/audit?limit=5&ticketId=" + ticket,
                                answered,
                                body -> shows(body, version)),
                        watchers);
                if (change >= WARM_UP) {
                    clock.add(inClock.join());
                    audit.add(inAudit.join());
                } else {
                    CompletableFuture.allOf(inClock, inAudit).join();
                }
            }
        }
        tell("the SLA clock", clock);
        tell("the audit log", audit);
    }

    private static Duration seen(SuiteApi api, String path, long since, Predicate<JsonNode> wanted) {
        Awaitility.await(path)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(LONGEST)
                .until(() -> wanted.test(api.get(path).body()));
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static boolean shows(JsonNode page, long version) {
        for (JsonNode entry : page.path("items")) {
            if ("ticket-service".equals(entry.path("service").asText())
                    && entry.path("origin").path("sequence").asLong() == version) {
                return true;
            }
        }
        return false;
    }

    private static void tell(String where, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        Duration p99 = sorted.get(sorted.size() * 99 / 100 - 1);
        System.out.printf(
                Locale.ROOT,
                "%d changes visible in %s: p50 %d ms, p99 %d ms, longest %d ms; goal of %d ms %s%n",
                sorted.size(),
                where,
                sorted.get(sorted.size() / 2).toMillis(),
                p99.toMillis(),
                sorted.getLast().toMillis(),
                GOAL.toMillis(),
                p99.compareTo(GOAL) <= 0 ? "met" : "missed");
    }
}
