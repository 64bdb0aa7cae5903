package io.omniflow.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the relay promises about events that were seen. */
final class Published {
    private Published() {}

    /** Each subject's versions are 1, 2, 3 and so on. */
    static void assertVersionOrder(List<SeenEvent> events) {
        Map<UUID, List<Long>> versions = events.stream()
                .collect(Collectors.groupingBy(
                        SeenEvent::subject, Collectors.mapping(SeenEvent::sequence, Collectors.toList())));
        versions.forEach((subject, seen) ->
                assertEquals(LongStream.rangeClosed(1, seen.size()).boxed().toList(), seen));
    }

    /** Readers know an event by its id, so only the first of each counts. */
    static List<SeenEvent> firstAppearances(List<SeenEvent> events) {
        Map<String, SeenEvent> first = new LinkedHashMap<>();
        events.forEach(event -> first.putIfAbsent(event.header("ce_id"), event));
        return List.copyOf(first.values());
    }
}
