package io.omniflow.sla.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How much an office's calendar with twelve holidays a year reckons in a second on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(0)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class BusinessHoursBenchmark {
    private static final int SAMPLES = 4_096;
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final SplittableRandom chance = new SplittableRandom(20_261_128);
    private final Opening.Weekly opening = Openings.office(IntStream.range(2020, 2050)
            .boxed()
            .flatMap(year -> IntStream.rangeClosed(1, 12).mapToObj(month -> LocalDate.of(year, month, 3 + month)))
            .map(date -> Holiday.wholeDay(date, "Holiday"))
            .toArray(Holiday[]::new));
    private final BusinessHours hours = BusinessHours.of(opening);
    private final Instant[] starts = samples(Duration.ofDays(3 * 365))
            .map(Instant.ofEpochMilli(START)::plus)
            .toArray(Instant[]::new);
    private final Duration[] targets = samples(Duration.ofHours(80)).toArray(Duration[]::new);
    private final Duration[] years = samples(Duration.ofDays(10 * 365)).toArray(Duration[]::new);
    private int next;

    private Stream<Duration> samples(Duration below) {
        return chance.longs(SAMPLES, 0, below.toMillis()).mapToObj(Duration::ofMillis);
    }

    @Benchmark
    public Instant due() {
        int sample = next++ & (SAMPLES - 1);
        return hours.after(starts[sample], targets[sample]);
    }

    @Benchmark
    public Instant due_years_away() {
        int sample = next++ & (SAMPLES - 1);
        return hours.after(starts[sample], years[sample]);
    }

    @Benchmark
    public Duration counted() {
        int sample = next++ & (SAMPLES - 1);
        return hours.open(starts[sample], starts[(sample + 7) & (SAMPLES - 1)]);
    }

    @Benchmark
    public BusinessHours laid_out() {
        return BusinessHours.of(opening);
    }
}
