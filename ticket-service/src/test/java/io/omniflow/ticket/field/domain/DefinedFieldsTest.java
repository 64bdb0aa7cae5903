package io.omniflow.ticket.field.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefinedFieldsTest {
    private static final String ID = "019ab3f0-0a00-7000-8000-00000000000a";

    private static FieldDefinition field(FieldType type) {
        List<String> options = type.hasOptions() ? List.of("a", "b", "c") : List.of();
        return new FieldDefinition("f", "F", type, false, options, null, null, false, 1, Instant.EPOCH);
    }

    private static DefinedFields of(FieldDefinition... definitions) {
        return DefinedFields.of(Arrays.stream(definitions)
                .map(definition -> new DefinedFields.Defined(
                        definition, definition.regex() == null ? null : text -> text.matches(definition.regex())))
                .toList());
    }

    static Stream<Arguments> fitting() {
        return Stream.of(
                arguments(FieldType.TEXT, "", ""),
                arguments(FieldType.TEXT, "x".repeat(1_000), "x".repeat(1_000)),
                arguments(FieldType.NUMBER, 21, 21),
                arguments(FieldType.NUMBER, new BigDecimal("2.50"), new BigDecimal("2.50")),
                arguments(FieldType.BOOLEAN, false, false),
                arguments(FieldType.DATE, "2024-02-29", "2024-02-29"),
                arguments(FieldType.DATETIME, "2026-11-24T10:30:00+01:00", "2026-11-24T09:30:00.000Z"),
                arguments(FieldType.DATETIME, "2026-11-24T09:30:00.123456Z", "2026-11-24T09:30:00.123Z"),
                arguments(FieldType.SINGLE_SELECT, "b", "b"),
                arguments(FieldType.MULTI_SELECT, List.of("c", "a", "c"), List.of("a", "c")),
                arguments(FieldType.MULTI_SELECT, List.of(), List.of()),
                arguments(FieldType.URL, "https://example.com/a?b=c", "https://example.com/a?b=c"),
                arguments(FieldType.EMAIL, "maria@example.com", "maria@example.com"),
                arguments(FieldType.AGENT, ID.toUpperCase(java.util.Locale.ROOT), ID),
                arguments(FieldType.CONTACT, ID, ID));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void what_fits_is_kept_in_one_form(FieldType type, Object value, Object kept) {
        DefinedFields.Judged judged = of(field(type)).patched(Map.of("f", value));
        assertEquals(List.of(), judged.complaints());
        assertEquals(Map.of("f", kept), judged.values());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(FieldType.TEXT, 1),
                arguments(FieldType.TEXT, List.of("x")),
                arguments(FieldType.TEXT, "x".repeat(1_001)),
                arguments(FieldType.NUMBER, "21"),
                arguments(FieldType.NUMBER, true),
                arguments(FieldType.BOOLEAN, "true"),
                arguments(FieldType.BOOLEAN, 1),
                arguments(FieldType.DATE, "2026-02-29"),
                arguments(FieldType.DATE, "2026-1-1"),
                arguments(FieldType.DATE, "0000-01-01"),
                arguments(FieldType.DATE, 20260101),
                arguments(FieldType.DATETIME, "2026-11-24T10:30:00"),
                arguments(FieldType.DATETIME, "2026-11-24"),
                arguments(FieldType.DATETIME, "+12026-11-24T10:30:00Z"),
                arguments(FieldType.DATETIME, "9999-12-31T23:59:59-18:00"),
                arguments(FieldType.SINGLE_SELECT, "d"),
                arguments(FieldType.SINGLE_SELECT, List.of("a")),
                arguments(FieldType.MULTI_SELECT, "a"),
                arguments(FieldType.MULTI_SELECT, List.of("a", "d")),
                arguments(FieldType.MULTI_SELECT, List.of(1)),
                arguments(FieldType.URL, "javascript:alert(1)"),
                arguments(FieldType.URL, "https://"),
                arguments(FieldType.URL, "not an address"),
                arguments(FieldType.EMAIL, "maria"),
                arguments(FieldType.EMAIL, "a b@example.com"),
                arguments(FieldType.AGENT, "anna"),
                arguments(FieldType.CONTACT, "1-1-1-1-1"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_does_not_fit_is_named(FieldType type, Object value) {
        List<Complaint> complaints = of(field(type)).patched(Map.of("f", value)).complaints();
        assertEquals(List.of("f"), complaints.stream().map(Complaint::place).toList());
    }

    @Test
    void a_text_matches_its_pattern_as_a_whole() {
        DefinedFields fields = of(with("V-[0-9]+", null, false));
        assertEquals(List.of(), fields.patched(Map.of("f", "V-12")).complaints());
        assertEquals(1, fields.patched(Map.of("f", "see V-12")).complaints().size());
    }

    private static FieldDefinition with(@Nullable String regex, @Nullable Object defaultValue, boolean required) {
        return new FieldDefinition(
                "f", "F", FieldType.TEXT, required, List.of(), regex, defaultValue, false, 1, Instant.EPOCH);
    }

    @Test
    void a_new_ticket_gets_defaults_and_needs_what_is_required() {
        assertEquals(
                Map.of("f", "d"), of(with(null, "d", true)).opened(Map.of()).values());
        assertEquals(
                Map.of("f", "x"),
                of(with(null, "d", true)).opened(Map.of("f", "x")).values());
        assertEquals(
                List.of(new Complaint("f", "is required")),
                of(with(null, null, true)).opened(Map.of()).complaints());
        assertEquals(List.of(), of(with(null, null, true)).patched(Map.of()).complaints());
    }

    @Test
    void any_field_may_be_emptied_but_a_required_one() {
        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put("f", null);
        assertEquals(patch, of(with(null, null, false)).patched(patch).values());
        assertEquals(patch, of().patched(patch).values());
        assertEquals(
                patch, of(with(null, null, true).inArchive()).patched(patch).values());
        assertEquals(1, of(with(null, null, true)).patched(patch).complaints().size());
    }

    @Test
    void unknown_and_archived_fields_take_no_values_but_from_the_past() {
        DefinedFields archived = of(with(null, "d", true).inArchive());
        assertEquals(1, of().patched(Map.of("f", "x")).complaints().size());
        assertEquals(1, archived.patched(Map.of("f", "x")).complaints().size());
        assertEquals(Map.of(), archived.opened(Map.of()).values());
        assertEquals(List.of(), archived.opened(Map.of()).complaints());
        assertEquals(Map.of("f", "x"), archived.imported(Map.of("f", "x")).values());
    }

    @Test
    void the_past_is_told_in_texts() {
        assertEquals(
                Map.of("f", "21"),
                of(field(FieldType.TEXT)).imported(Map.of("f", 21)).values());
        assertEquals(
                Map.of("f", new BigDecimal("21")),
                of(field(FieldType.NUMBER)).imported(Map.of("f", "21")).values());
        assertEquals(
                Map.of("f", true),
                of(field(FieldType.BOOLEAN)).imported(Map.of("f", "true")).values());
        assertEquals(
                Map.of("f", List.of("a")),
                of(field(FieldType.MULTI_SELECT)).imported(Map.of("f", "a")).values());
        assertEquals(
                1,
                of(field(FieldType.NUMBER))
                        .imported(Map.of("f", "many"))
                        .complaints()
                        .size());
    }

    @Test
    void a_query_means_a_value_of_the_fields_type() {
        assertEquals(
                new Checked.Fits(new BigDecimal("21")),
                of(field(FieldType.NUMBER)).sought("f", "21"));
        assertEquals(new Checked.Fits("21"), of(field(FieldType.TEXT)).sought("f", "21"));
        assertEquals(
                new Checked.Fits(List.of("b")),
                of(field(FieldType.MULTI_SELECT)).sought("f", "b"));
        assertEquals(
                new Checked.Fits("2026-11-24T09:30:00.000Z"),
                of(field(FieldType.DATETIME)).sought("f", "2026-11-24T10:30:00+01:00"));
        assertInstanceOf(Checked.Wrong.class, of(field(FieldType.NUMBER)).sought("f", "many"));
        assertInstanceOf(Checked.Wrong.class, of().sought("f", "x"));
    }
}
