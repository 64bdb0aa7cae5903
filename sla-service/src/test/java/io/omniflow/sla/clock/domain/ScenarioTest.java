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
            assertTrue(all.size() >= 20, "the scenario files were read");
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
            if (then.health() != null) {
                checks.add(() -> assertEquals(then.health(), Summary.of(clocks).health(), then.askedAt() + " health"));
            }
            check(checks, then, Metric.FIRST_RESPONSE, then.firstResponse(), clocks);
            check(checks, then, Metric.RESOLUTION, then.resolution(), clocks);
        }
        assertAll(checks);
    }

    private static void check(
            List<Executable> checks,
            Scenario.Then then,
            Metric metric,
            Scenario.@Nullable Reading expected,
            TicketClocks clocks) {
        if (expected == null) {
            return;
        }
        Clock clock = clocks.of(metric).orElseThrow();
        String where = then.askedAt() + " " + metric + " ";
        expect(checks, where + "state", expected.state(), Optional.of(state(clock)));
        expect(checks, where + "target", expected.target(), Optional.ofNullable(clock.target()));
        expect(checks, where + "counted", expected.counted(), Optional.of(clock.countedAt(then.askedAt())));
        expect(checks, where + "remaining", expected.remaining(), clock.remainingAt(then.askedAt()));
        expect(checks, where + "due", expected.due(), text(clock.dueAt()));
        expect(checks, where + "stopped", expected.stopped(), text(clock.stoppedAt()));
        expect(checks, where + "breached", expected.breached(), text(clock.breachedAt()));
        if (expected.warned() != null) {
            expected.warned()
                    .forEach((percent, at) -> expect(
                            checks,
                            where + percent + " %",
                            at,
                            text(clock.current()
                                    .filter(mark -> mark.percent() == percent)
                                    .map(Mark::at)
                                    .findFirst())));
        }
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
