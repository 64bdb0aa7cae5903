package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a caller waits for a merge when twenty a second are asked for, whether or not those before are done. Prints figures;
 * asserts only that all are made.
 */
@Tag("benchmark")
@ExtendWith(OneSuite.class)
class MergeLatencyStoryTest {
    private static final int A_SECOND = 20;
    private static final int WARM_UP = 5 * A_SECOND;
    private static final int MERGES = 15 * A_SECOND;
    private static final Duration GOAL = Duration.ofMillis(300);

    private final Suite suite;

    MergeLatencyStoryTest(Suite suite) {
        this.suite = suite;
    }

    private record Made(int status, Duration waited) {}

    @Test
    void a_merge_is_completed_while_its_caller_waits() throws Exception {
        String token = suite.token(UUID.randomUUID(), TokenRole.AGENT, "anna");
        List<Made> made = new ArrayList<>();
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), token);
                ScheduledExecutorService callers = Executors.newScheduledThreadPool(
                        2 * A_SECOND, Thread.ofVirtual().factory())) {
            List<TicketPair> pairs = new ArrayList<>();
            for (int i = 0; i < WARM_UP + MERGES; i++) {
                pairs.add(TicketPair.make(api, "Merged for the clock " + i));
            }
            long start = System.nanoTime();
            List<Future<Made>> calls = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                TicketPair pair = pairs.get(i);
                long due = TimeUnit.SECONDS.toNanos(i) / A_SECOND;
                calls.add(callers.schedule(
                        () -> new Made(pair.merge().status(), Duration.ofNanos(System.nanoTime() - start - due)),
                        due,
                        TimeUnit.NANOSECONDS));
            }
            for (Future<Made> call : calls) {
                made.add(call.get());
            }
        }
        assertEquals(List.of(201), made.stream().map(Made::status).distinct().toList());
        tell(made.subList(WARM_UP, made.size()).stream()
                .map(Made::waited)
                .sorted()
                .toList());
    }

    private static void tell(List<Duration> sorted) {
        Duration p99 = sorted.get(sorted.size() * 99 / 100 - 1);
        System.out.printf(
                Locale.ROOT,
                "%d merges at %d a second, from request to completed: p50 %d ms, p99 %d ms, longest %d ms; goal of %d ms %s%n",
                sorted.size(),
                A_SECOND,
                sorted.get(sorted.size() / 2).toMillis(),
                p99.toMillis(),
                sorted.getLast().toMillis(),
                GOAL.toMillis(),
                p99.compareTo(GOAL) <= 0 ? "met" : "missed");
    }
}
