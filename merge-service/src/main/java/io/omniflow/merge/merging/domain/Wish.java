package io.omniflow.merge.merging.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shall become one ticket. Each source is named once and none is the destination. */
public record Wish(
        List<UUID> sources, UUID destination, @Nullable String reason) {
    /** Sources of one merge. */
    public static final int MOST_SOURCES = 20;

    /** Of a reason. */
    public static final int MOST_CHARACTERS = 1_000;

    public Wish {
        sources = List.copyOf(sources);
        if (sources.isEmpty()
                || sources.size() > MOST_SOURCES
                || sources.contains(destination)
                || sources.stream().distinct().count() < sources.size()) {
            throw new IllegalArgumentException("no merge: " + sources + " into " + destination);
        }
    }
}
