package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The audit log of a workspace as a whole, oldest entry first. */
record RecordedFacts(List<JsonNode> entries) {
    static RecordedFacts read(Pages pages) throws InterruptedException {
        return new RecordedFacts(pages.all("/api/v1/audit").stream()
                .sorted(Comparator.comparingLong(entry -> entry.path("sequence").asLong()))
                .toList());
    }

    long count() {
        return entries.stream().filter(RecordedFacts::isFact).count();
    }

    /** Of a ticket. A checkpoint is none, nor is the agent, team or field that an import has made known. */
    static boolean isFact(JsonNode entry) {
        return !entry.path("ticketId").isNull();
    }

    Map<String, List<JsonNode>> byTicket() {
        return entries.stream()
                .filter(entry -> !entry.path("ticketId").isNull())
                .collect(Collectors.groupingBy(entry -> entry.path("ticketId").asText()));
    }

    /** No gap, nothing twice, and no alert for the past. */
    void assertSound() {
        assertEquals(
                IntStream.rangeClosed(1, entries.size()).boxed().toList(),
                entries.stream().map(entry -> entry.path("sequence").asInt()).toList());
        assertEquals(
                entries.size(),
                entries.stream()
                        .map(entry -> entry.path("id").asText())
                        .distinct()
                        .count());
        assertTrue(
                entries.stream().map(entry -> entry.path("kind").asText()).noneMatch(kind -> List.of(
                                "clock_breached", "clock_warned", "clock_breach_withdrawn")
                        .contains(kind)),
                "An alert for the past was told");
    }

    /** Each fact of the ticket once, in the order of its versions, and each of its clocks likewise. */
    static void assertComplete(String name, ExpectedTicket expected, List<JsonNode> entries) {
        List<JsonNode> ticket = of("ticket-service", entries);
        assertNumbered(name, expected.version(), ticket);
        assertEquals(
                expected.facts(),
                ticket.stream().map(RecordedFacts::told).sorted().toList(),
                name);
        List<JsonNode> sla = of("sla-service", entries);
        assertNumbered(name, sla.size(), sla);
        for (String metric : List.of("first_response", "resolution")) {
            assertEquals(
                    expected.clock(metric).facts(),
                    sla.stream()
                            .filter(entry -> metric.equals(
                                    entry.path("details").path("metric").asText()))
                            .map(RecordedFacts::told)
                            .toList(),
                    name + " " + metric);
        }
        assertEquals(entries.size(), ticket.size() + sla.size(), name);
    }

    private static void assertNumbered(String name, int facts, List<JsonNode> entries) {
        assertEquals(
                IntStream.rangeClosed(1, facts).boxed().toList(),
                entries.stream()
                        .map(entry -> entry.path("origin").path("sequence").asInt())
                        .toList(),
                name);
        Predicate<JsonNode> backfill =
                entry -> entry.path("origin").path("backfill").asBoolean();
        assertTrue(entries.stream().allMatch(backfill), name);
    }

    private static List<JsonNode> of(String service, List<JsonNode> entries) {
        return entries.stream()
                .filter(entry -> service.equals(entry.path("service").asText()))
                .toList();
    }

    private static String told(JsonNode entry) {
        return Instant.parse(entry.path("at").asText()) + " "
                + entry.path("kind").asText();
    }
}
