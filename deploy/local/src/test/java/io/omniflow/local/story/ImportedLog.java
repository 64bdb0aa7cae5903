package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.demo.SuiteApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A log that was imported into a workspace of its own, held against what it must come to. */
record ImportedLog(SuiteApi api, Map<String, ExpectedTicket> expected) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int READERS = 8;

    long ticketFacts() {
        return expected.values().stream().mapToLong(ExpectedTicket::version).sum();
    }

    long clockFacts() {
        return expected.values().stream()
                .mapToLong(ticket -> ticket.clock("first_response").facts().size()
                        + ticket.clock("resolution").facts().size())
                .sum();
    }

    /** Returns when the audit log has what ticket-service and sla-service must have told, checkpoints left aside. */
    void awaitRecorded() throws InterruptedException {
        long facts = ticketFacts() + clockFacts();
        api.await(
                "The audit of " + facts + " facts",
                "/api/v1/audit?limit=1",
                LONGEST,
                newest -> sequence(newest) >= facts);
        Pages pages = new Pages(api);
        int others = pages.all("/api/v1/audit?kind=audit_checkpointed").size()
                + pages.all("/api/v1/audit?kind=setting_changed").size();
        api.await(
                "The rest of the audit",
                "/api/v1/audit?limit=1",
                LONGEST,
                newest -> sequence(newest) >= facts + others);
    }

    /** The newest facts recorded after that entry. A checkpoint is none: it comes at midnight, whenever that is. */
    List<JsonNode> factsAfter(long sequence) throws InterruptedException {
        JsonNode newest =
                api.get("/api/v1/audit?limit=50").orFail("The newest entries").body();
        return newest.path("items")
                .valueStream()
                .filter(entry -> entry.path("sequence").asLong() > sequence)
                .filter(RecordedFacts::isFact)
                .toList();
    }

    void check() throws InterruptedException {
        Map<String, JsonNode> tickets = checkTickets();
        RecordedFacts recorded = RecordedFacts.read(new Pages(api));
        recorded.assertSound();
        assertEquals(ticketFacts() + clockFacts(), recorded.count());
        Map<String, List<JsonNode>> byTicket = recorded.byTicket();
        expected.forEach((name, ticket) ->
                RecordedFacts.assertComplete(name, ticket, byTicket.getOrDefault(id(of(name, tickets)), List.of())));

        checkClocks(tickets);
        JsonNode verified =
                api.get("/api/v1/audit/verify").orFail("The check of the chain").body();
        assertTrue(verified.path("valid").asBoolean(), verified::toString);
        assertEquals(recorded.entries().size(), verified.path("checked").asLong());
    }

    /** @return the tickets by their names in the log */
    Map<String, JsonNode> checkTickets() throws InterruptedException {
        Map<String, JsonNode> tickets = new Pages(api)
                .all("/api/v1/tickets?source=import").stream()
                        .collect(Collectors.toMap(
                                ticket -> ticket.path("externalId").asText(), Function.identity()));
        assertEquals(expected.keySet(), tickets.keySet());
        Map<String, String> names = new HashMap<>();
        expected.forEach((name, ticket) -> checkTicket(name, ticket, of(name, tickets), names));
        return tickets;
    }

    /** @param names what stands for an agent or team of the log; the same for the same, another for another */
    private static void checkTicket(String name, ExpectedTicket expected, JsonNode ticket, Map<String, String> names) {
        LogRow last = expected.last();
        assertEquals(expected.title(), ticket.path("title").asText(), name);
        assertEquals(last.status(), ticket.path("status").asText(), name);
        assertEquals(last.priority(), ticket.path("priority").asText(), name);
        assertEquals(expected.version(), ticket.path("version").asInt(), name);
        assertEquals(
                expected.first().at(), Instant.parse(ticket.path("createdAt").asText()), name);
        assertEquals(
                expected.updatedAt(), Instant.parse(ticket.path("updatedAt").asText()), name);
        assertEquals(
                expected.first().customer(),
                ticket.path("customFields").path("customer").asText(),
                name);
        assertEquals(
                expected.first().product(),
                ticket.path("customFields").path("product").asText(),
                name);
        for (String id : List.of(
                "agent " + last.resource() + "=" + ticket.path("assigneeId").asText(),
                "team " + last.workgroup() + "=" + ticket.path("teamId").asText())) {
            String known = names.merge(id.substring(0, id.indexOf('=')), id, (first, _) -> first);
            assertEquals(known, id, name);
            assertEquals(id, names.merge(id.substring(id.indexOf('=')), id, (first, _) -> first), name);
        }
    }

    private void checkClocks(Map<String, JsonNode> tickets) throws InterruptedException {
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<?>> checks = new ArrayList<>();
            expected.forEach((name, ticket) -> checks.add(readers.submit(() -> {
                checkClocks(
                        name,
                        ticket,
                        api.get("/api/v1/sla/tickets/" + id(of(name, tickets)))
                                .orFail("The clocks of " + name)
                                .body());
                return null;
            })));
            for (Future<?> check : checks) {
                try {
                    check.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("A clock differs: " + e.getCause(), e);
                }
            }
        }
    }

    private static void checkClocks(String name, ExpectedTicket ticket, JsonNode answer) {
        Instant now = Instant.parse(answer.path("at").asText());
        assertEquals(ticket.version(), answer.path("ticketVersion").asInt(), name);
        assertEquals(2, answer.path("clocks").size(), name);
        for (JsonNode clock : answer.path("clocks")) {
            ExpectedClock expected = ticket.clock(clock.path("metric").asText());
            String which = name + " " + clock;
            assertEquals(expected.state(), clock.path("state").asText(), which);
            assertEquals(expected.target(), Duration.parse(clock.path("target").asText()), which);
            assertEquals(
                    expected.counted(now), Duration.parse(clock.path("counted").asText()), which);
            assertEquals(
                    ticket.first().at(), Instant.parse(clock.path("startedAt").asText()), which);
            assertEquals(Optional.ofNullable(expected.stoppedAt()), instant(clock, "stoppedAt"), which);
            assertEquals(expected.breachedAt(now), instant(clock, "breachedAt"), which);
            assertEquals(expected.dueAt(now), instant(clock, "dueAt"), which);
            for (JsonNode warning : clock.path("warnings")) {
                assertEquals(expected.passedAt(warning.path("percent").asInt(), now), instant(warning, "at"), which);
            }
        }
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        return node.path(field).isNull()
                ? Optional.empty()
                : Optional.of(Instant.parse(node.path(field).asText()));
    }

    private static JsonNode of(String name, Map<String, JsonNode> tickets) {
        return Objects.requireNonNull(tickets.get(name), name);
    }

    private static long sequence(JsonNode newest) {
        return newest.path("items").path(0).path("sequence").asLong();
    }

    private static String id(JsonNode ticket) {
        return ticket.path("id").asText();
    }
}
