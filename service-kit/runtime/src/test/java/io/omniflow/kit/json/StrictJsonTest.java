package io.omniflow.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.kit.http.MergePatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final JsonMapper JSON = StrictJson.create();

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Inner(int count, boolean open) {}

    record Outer(
            @Nullable String text,
            @Nullable Colour colour,
            @Nullable BigDecimal amount,
            @Nullable Instant at,
            @Nullable Duration within,
            @Nullable UUID id,
            @Nullable List<String> tags,
            @Nullable Map<String, Object> fields,
            @Nullable Inner inner) {}

    record Change(MergePatch<String> text, MergePatch<List<String>> tags, MergePatch<Integer> count) {}

    @Test
    void reads_what_it_writes_and_leaves_nothing_out() throws JsonProcessingException {
        String written = JSON.writeValueAsString(new Outer(
                "a",
                Colour.DARK_BLUE,
                new BigDecimal("1.50"),
                Instant.parse("2026-11-24T09:30:00.123456Z"),
                Duration.ofHours(8),
                null,
                List.of(),
                null,
                new Inner(1, true)));
        assertEquals(
                "{\"text\":\"a\",\"colour\":\"dark_blue\",\"amount\":1.50,\"at\":\"2026-11-24T09:30:00.123Z\","
                        + "\"within\":\"PT8H\",\"id\":null,\"tags\":[],\"fields\":null,\"inner\":{\"count\":1,\"open\":true}}",
                written);
        assertEquals(written, JSON.writeValueAsString(JSON.readValue(written, Outer.class)));
    }

    @Test
    void numbers_keep_their_digits() throws JsonProcessingException {
        Outer read = JSON.readValue(
                "{\"amount\": 0.1000000000000000055511151231257827, \"fields\": {\"x\": 1.10}}", Outer.class);
        assertEquals(new BigDecimal("0.1000000000000000055511151231257827"), read.amount());
        assertEquals(Map.of("x", new BigDecimal("1.10")), read.fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 1}",
                "{\"text\": 1.5}",
                "{\"text\": false}",
                "{\"text\": []}",
                "{\"text\": {}}",
                "{\"colour\": \"RED\"}",
                "{\"colour\": 0}",
                "{\"colour\": \"\"}",
                "{\"amount\": \"1\"}",
                "{\"amount\": true}",
                "{\"amount\": 1e1000}",
                "{\"at\": 0}",
                "{\"at\": 0.5}",
                "{\"at\": \"2026-11-24\"}",
                "{\"at\": \"2026-11-24T09:30:00\"}",
                "{\"at\": \"9999-12-31T23:59:59Z\"}",
                "{\"within\": 60}",
                "{\"within\": \"8h\"}",
                "{\"within\": \"PT999999999999H\"}",
                "{\"id\": \"AAAAAAAAAAAAAAAAAAAAAA==\"}",
                "{\"id\": \"1-1-1-1-1\"}",
                "{\"id\": 7}",
                "{\"tags\": \"a\"}",
                "{\"tags\": [null]}",
                "{\"tags\": [1]}",
                "{\"tags\": {}}",
                "{\"fields\": []}",
                "{\"fields\": {\"a\\u0000\": 1}}",
                "{\"fields\": {\"a\": {\"b\": [\"\\u0000\"]}}}",
                "{\"fields\": {\"a\": 1, \"a\": 2}}",
                "{\"inner\": {\"count\": 1.0, \"open\": true}}",
                "{\"inner\": {\"count\": \"1\", \"open\": true}}",
                "{\"inner\": {\"count\": true, \"open\": true}}",
                "{\"inner\": {\"count\": 1, \"open\": \"true\"}}",
                "{\"inner\": {\"count\": 1, \"open\": 1}}",
                "{\"inner\": {\"count\": 1, \"open\": null}}",
                "{\"inner\": \"\"}",
                "{\"inner\": []}",
                "{\"unknown\": null}",
                "{\"text\": \"\\ud800\"}",
                "{\"text\": \"\\udc00\\ud800\"}",
                "{} {}",
                "{}]"
            })
    void nothing_is_bent_into_shape(String json) {
        assertThrows(JsonProcessingException.class, () -> JSON.readValue(json, Outer.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"\\ud83d\\ude00\"}", "{\"text\": \"\"}", "{\"text\": null}", "{}"})
    void what_is_merely_unusual_is_read(String json) throws JsonProcessingException {
        assertInstanceOf(Outer.class, JSON.readValue(json, Outer.class));
    }

    @Test
    void a_patch_tells_absent_from_null_from_a_value() throws JsonProcessingException {
        Change change = JSON.readValue("{\"text\": null, \"tags\": [\"a\"]}", Change.class);
        assertEquals(new MergePatch.Cleared<String>(), change.text());
        assertEquals(new MergePatch.Given<>(List.of("a")), change.tags());
        assertEquals(new MergePatch.Absent<Integer>(), change.count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"count\": \"1\"}", "{\"tags\": [1]}", "{\"tags\": [null]}", "{\"text\": 5}", "{\"x\": 1}"})
    void a_patch_is_as_strict(String json) {
        assertThrows(JsonProcessingException.class, () -> JSON.readValue(json, Change.class));
    }
}
