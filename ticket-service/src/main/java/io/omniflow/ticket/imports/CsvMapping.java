package io.omniflow.ticket.imports;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what the columns of an event log mean; each row is one event. {@code title} may hold {@code {column}} places.
 * {@code format} is a pattern of {@link java.time.format.DateTimeFormatter}, ISO 8601 when left out; {@code zone} counts
 * for times without an offset.
 */
public record CsvMapping(
        @Nullable String externalId,
        @Nullable String title,
        @Nullable Time at,
        @Nullable Values<Status> status,
        @Nullable Values<Priority> priority,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable String actor,
        @Nullable Map<String, String> customFields,
        @Nullable List<String> tags) {

    public record Time(
            @Nullable String column,
            @Nullable String format,
            @Nullable String zone) {}

    /** {@code values} by what the column holds. */
    public record Values<T>(
            @Nullable String column, @Nullable Map<String, T> values) {}
}
