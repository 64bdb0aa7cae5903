package io.omniflow.sla.calendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints figures; runs with -Pfull. */
@Tag("benchmark")
class BusinessHoursBenchmarkIT {
    @Test
    void the_figures_are_printed() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(BusinessHoursBenchmark.class.getName())
                        .build())
                .run();
        assertEquals(4, results.size());
    }
}
