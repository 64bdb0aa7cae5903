package io.omniflow.sla.stale.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WatchTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());

    @TestFactory
    Stream<DynamicTest> every_wait_comes_out_as_written() throws IOException {
        return scenarios().stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(scenario.name(), () -> assertEquals(List.of(), scenario.complaints())));
    }

    @Test
    void a_wait_that_comes_out_otherwise_is_told() throws IOException {
        WaitScenario right = scenarios().getFirst();
        WaitScenario other =
                new WaitScenario(right.name(), new WaitScenario.Terms(false, null, null, null), right.steps());
        assertTrue(other.complaints().size() > 1, other.complaints()::toString);
    }

    private static List<WaitScenario> scenarios() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(WatchTest.class.getResourceAsStream("/scenarios-of-waiting/stale.yaml"))) {
            return YAML.readValue(in, new TypeReference<List<WaitScenario>>() {});
        }
    }
}
