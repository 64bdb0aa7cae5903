package io.omniflow.ticket.imports.text;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.imports.CsvMapping;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.imports.domain.HistoryEntry;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping held against the header of a file: finds each column once, then reads rows. */
final class CsvColumns {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private final Map<String, Integer> header = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final CsvMapping mapping;
    private final DateTimeFormatter format;
    private final ZoneId zone;

    private CsvColumns(CsvMapping mapping, List<String> names) {
        this.mapping = mapping;
        for (int i = 0; i < names.size(); i++) {
            header.putIfAbsent(names.get(i), i);
        }
        this.format = format();
        this.zone = zone();
    }

    /** Fails with 422 and a pointer to each part of the mapping that names no column or means nothing. */
    static CsvColumns of(CsvMapping mapping, List<String> header) {
        CsvColumns columns = new CsvColumns(mapping, header);
        columns.check();
        if (!columns.errors.isEmpty()) {
            throw Problems.invalid(columns.errors);
        }
        return columns;
    }

    private void check() {
        needed("/externalId", mapping.externalId());
        if (mapping.title() == null || mapping.title().isBlank()) {
            errors.add(new FieldError("/title", "is needed, such as Case {Case ID}"));
        } else {
            PLACE.matcher(mapping.title()).results().forEach(place -> known("/title", place.group(1)));
        }
        needed("/at/column", mapping.at() == null ? null : mapping.at().column());
        check("/status", mapping.status());
        check("/priority", mapping.priority());
        known("/assignee", mapping.assignee());
        known("/team", mapping.team());
        known("/actor", mapping.actor());
        if (mapping.customFields() != null) {
            mapping.customFields().forEach((field, column) -> needed("/customFields/" + field, column));
        }
        if (mapping.tags() != null) {
            mapping.tags().forEach(column -> needed("/tags", column));
        }
    }

    private void check(String pointer, CsvMapping.@Nullable Values<?> values) {
        if (values != null) {
            needed(pointer + "/column", values.column());
            if (values.values() == null || values.values().isEmpty()) {
                errors.add(new FieldError(pointer + "/values", "is needed"));
            }
        }
    }

    private void needed(String pointer, @Nullable String column) {
        if (column == null) {
            errors.add(new FieldError(pointer, "is needed"));
        }
        known(pointer, column);
    }

    private void known(String pointer, @Nullable String column) {
        if (column != null && !header.containsKey(column)) {
            errors.add(new FieldError(pointer, "the file has no such column"));
        }
    }

    private DateTimeFormatter format() {
        CsvMapping.@Nullable Time at = mapping.at();
        try {
            return at == null || at.format() == null
                    ? DateTimeFormatter.ISO_DATE_TIME
                    : DateTimeFormatter.ofPattern(at.format(), Locale.ROOT);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("/at/format", "is no pattern of a time"));
            return DateTimeFormatter.ISO_DATE_TIME;
        }
    }

    private ZoneId zone() {
        CsvMapping.@Nullable Time at = mapping.at();
        try {
            return ZoneId.of(at == null || at.zone() == null ? "UTC" : at.zone());
        } catch (DateTimeException e) {
            errors.add(new FieldError("/at/zone", "is no time zone"));
            return ZoneId.of("UTC");
        }
    }

    /** @throws Unreadable when a value is not mapped or out of bounds */
    History history(List<String> row) {
        HistoryEntry entry = new HistoryEntry(
                Bounds.time(
                        "at",
                        time(text(
                                row, mapping.at() == null ? null : mapping.at().column()))),
                mapped(row, mapping.status(), Status.class),
                mapped(row, mapping.priority(), Priority.class),
                Bounds.name("assignee", text(row, mapping.assignee())),
                Bounds.name("team", text(row, mapping.team())),
                Bounds.name("actor", text(row, mapping.actor())),
                null,
                null);
        return new History(
                Bounds.externalId(text(row, mapping.externalId())),
                Bounds.title(title(row)),
                null,
                null,
                null,
                tags(row),
                fields(row),
                List.of(entry));
    }

    private String title(List<String> row) {
        Function<Matcher, String> value =
                place -> Matcher.quoteReplacement(java.util.Objects.requireNonNullElse(text(row, place.group(1)), ""));
        return PLACE.matcher(String.valueOf(mapping.title())).replaceAll(result -> value.apply((Matcher) result));
    }

    private Tags tags(List<String> row) {
        List<String> tags = new ArrayList<>();
        for (String column : mapping.tags() == null ? List.<String>of() : mapping.tags()) {
            @Nullable String tag = text(row, column);
            if (tag != null) {
                tags.add(tag);
            }
        }
        return Bounds.tags(Tags.of(tags));
    }

    private Map<String, Object> fields(List<String> row) {
        Map<String, Object> fields = new TreeMap<>();
        Map<String, String> wanted = mapping.customFields() == null ? Map.of() : mapping.customFields();
        wanted.forEach((field, column) -> {
            @Nullable String value = text(row, column);
            if (value != null) {
                fields.put(field, value);
            }
        });
        return Bounds.customFields(fields);
    }

    private <T> @Nullable T mapped(List<String> row, CsvMapping.@Nullable Values<T> values, Class<T> type) {
        if (values == null || values.values() == null) {
            return null;
        }
        @Nullable String text = text(row, values.column());
        @Nullable T value = text == null ? null : values.values().get(text);
        if (text != null && value == null) {
            throw new Unreadable("column " + values.column() + " holds a value that is not mapped to a "
                    + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return value;
    }

    /** An empty cell says nothing. */
    private @Nullable String text(List<String> row, @Nullable String column) {
        @Nullable Integer index = column == null ? null : header.get(column);
        if (index == null || index >= row.size() || row.get(index).isBlank()) {
            return null;
        }
        return row.get(index).strip();
    }

    /** A local time that a clock shows twice is the first of the two; one that it skips moves on by the gap. */
    private Instant time(@Nullable String text) {
        if (text == null) {
            throw new Unreadable("at is missing");
        }
        try {
            TemporalAccessor parsed =
                    format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, java.time.LocalDate::from);
            return switch (parsed) {
                case OffsetDateTime withOffset -> withOffset.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case java.time.LocalDate date -> date.atStartOfDay(zone).toInstant();
                default -> throw new Unreadable("at is no time");
            };
        } catch (DateTimeException e) {
            throw new Unreadable("at is not in the format given");
        }
    }
}
