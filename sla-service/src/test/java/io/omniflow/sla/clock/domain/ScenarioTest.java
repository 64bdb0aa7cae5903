package io.omniflow.sla.clock.domain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Runs every scenario of every file in {@code scenarios/}. */
class ScenarioTest {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(getClass().getResource("/scenarios")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<Scenario> all = files.sorted().flatMap(ScenarioTest::read).toList();
            assertTrue(all.size() >= 80, "the scenario files were read");
            return all.stream().map(scenario -> dynamicTest(scenario.name(), () -> run(scenario)));
        }
    }

    private static Stream<Scenario> read(Path file) {
        try {
            return YAML.readerFor(Scenario.class).<Scenario>readValues(file.toFile()).readAll().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    private static void run(Scenario scenario) {
        Measures measures = scenario.measures();
        List<Executable> checks = new ArrayList<>();
        for (Scenario.Then then : scenario.then()) {
            TicketClocks clocks = scenario.facts().at(then.askedAt(), measures);
            Summary summary = Summary.of(clocks);
            expect(checks, then.askedAt() + " health", then.health(), Optional.of(summary.health()));
            expect(checks, then.askedAt() + " next due", then.nextDue(), text(summary.nextDueAt()));
            for (Metric metric : Metric.values()) {
                Scenario.Reading expected = then.of(metric);
                if (expected != null) {
                    check(checks, then.askedAt(), metric, expected, clocks);
                    explain(checks, then.askedAt(), metric, expected, scenario);
                }
            }
        }
        assertAll(checks);
    }

    private static void check(
            List<Executable> checks, Instant at, Metric metric, Scenario.Reading expected, TicketClocks clocks) {
        List<Clock> cycles = clocks.clocks().stream()
                .filter(clock -> clock.metric() == metric)
                .toList();
        String where = at + " " + metric + " ";
        expect(checks, where + "cycles", expected.cycles(), Optional.of(cycles.size()));
        if (cycles.isEmpty()) {
            checks.add(() -> assertEquals(0, expected.cycles(), where + "is not there"));
            return;
        }
        Clock clock = expected.cycle() == null ? cycles.getLast() : cycles.get(expected.cycle() - 1);
        expect(checks, where + "state", expected.state(), Optional.of(state(clock)));
        expect(
                checks,
                where + "policy",
                expected.policy(),
                Optional.of(clock.offer().policy().name()));
        expect(checks, where + "target", expected.target(), Optional.ofNullable(clock.target()));
        expect(checks, where + "counted", expected.counted(), Optional.of(clock.countedAt(at)));
        expect(checks, where + "remaining", expected.remaining(), clock.remainingAt(at));
        expect(checks, where + "due", expected.due(), text(clock.dueAt()));
        expect(
                checks,
                where + "started",
                expected.started(),
                Optional.of(clock.since().toString()));
        expect(checks, where + "stopped", expected.stopped(), text(clock.stoppedAt()));
        expect(checks, where + "breached", expected.breached(), text(clock.breachedAt()));
        if (expected.warned() != null) {
            expected.warned()
                    .forEach((percent, when) -> expect(
                            checks,
                            where + percent + " %",
                            when,
                            text(clock.current()
                                    .filter(mark -> mark.percent() == percent)
                                    .map(Mark::at)
                                    .findFirst())));
        }
    }

    private static void explain(
            List<Executable> checks, Instant at, Metric metric, Scenario.Reading expected, Scenario scenario) {
        if (expected.explained() == null) {
            return;
        }
        List<Fact> known = scenario.facts().list().stream()
                .filter(fact -> !fact.at().isAfter(at))
                .toList();
        List<Explanation> all = Explanation.of(known, Facts.until(at, scenario.measures()), at).stream()
                .filter(one -> one.metric() == metric)
                .toList();
        Explanation explanation = expected.cycle() == null ? all.getLast() : all.get(expected.cycle() - 1);
        checks.add(() -> assertEquals(
                expected.explained(),
                explanation.spans().stream()
                        .map(span -> span.from() + " " + span.to() + " "
                                + span.reason().name().toLowerCase(Locale.ROOT) + (span.counts() ? " counted" : " -"))
                        .toList(),
                at + " " + metric + " explained"));
    }

    private static <T> void expect(List<Executable> checks, String what, @Nullable T expected, Optional<T> actual) {
        if (expected != null) {
            checks.add(() -> assertEquals(Optional.of(expected), actual, what));
        }
    }

    private static Optional<String> text(Optional<Instant> instant) {
        return Optional.of(instant.map(Instant::toString).orElse("none"));
    }

    private static String state(Clock clock) {
        return switch (clock.progress()) {
            case Progress.Running _ -> "running";
            case Progress.Paused _ -> "paused";
            case Progress.Stopped _ -> "stopped";
        };
    }
}
