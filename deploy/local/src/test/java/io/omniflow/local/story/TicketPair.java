package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.demo.SuiteApi;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A ticket and its duplicate: the source has a note and a tag, the destination a note and a tag of its own, and both one more. */
record TicketPair(SuiteApi api, String source, String destination) {
    private static final String JSON = "application/json";
    private static final Duration SOON = Duration.ofMinutes(1);

    static TicketPair make(SuiteApi api, String title) throws InterruptedException {
        return new TicketPair(api, ticket(api, title + " (again)", "duplicate"), ticket(api, title, "first"));
    }

    private static String ticket(SuiteApi api, String title, String tag) throws InterruptedException {
        String id = api.post(
                        "/api/v1/tickets",
                        JSON,
                        "{\"title\": \"" + title + "\", \"tags\": [\"both\", \"" + tag + "\"]}")
                .orFail("A ticket")
                .body()
                .path("id")
                .asText();
        api.post("/api/v1/tickets/" + id + "/notes", JSON, "{\"body\": \"note of " + tag + "\"}")
                .orFail("A note");
        return id;
    }

    /** Waits for the outcome. */
    SuiteApi.Answer merge() throws InterruptedException {
        return api.post("/api/v1/merges", JSON, wish());
    }

    String wish() {
        return "{\"sources\": [\"" + source + "\"], \"destination\": \"" + destination + "\", \"reason\": \"same\"}";
    }

    void mustBeOne() throws InterruptedException {
        JsonNode merged = read(source);
        assertEquals("closed", merged.path("status").asText(), merged::toString);
        assertEquals(destination, merged.path("mergedInto").asText(), merged::toString);
        assertEquals(Set.of("both", "duplicate", "first"), tags(read(destination)));
        assertEquals(Set.of("note of duplicate", "note of first"), notes(destination));
    }

    void mustBeTwo() throws InterruptedException {
        JsonNode given = read(source);
        assertEquals("open", given.path("status").asText(), given::toString);
        assertTrue(given.path("mergedInto").isNull(), given::toString);
        assertEquals(Set.of("both", "duplicate"), tags(given));
        assertEquals(Set.of("both", "first"), tags(read(destination)));
        assertEquals(Set.of("note of duplicate"), notes(source));
        assertEquals(Set.of("note of first"), notes(destination));
    }

    /** What happened to both of them, by kind, from the log that keeps it. */
    List<String> recorded(String merge, int count) throws InterruptedException {
        String search = "/api/v1/audit?limit=200&mergeId=" + merge;
        JsonNode page = api.await(
                "The log of " + merge,
                search,
                SOON,
                found -> found.path("items").size() >= count);
        return page.path("items")
                .valueStream()
                .map(item -> item.path("kind").asText())
                .sorted()
                .toList();
    }

    private JsonNode read(String ticket) throws InterruptedException {
        return api.get("/api/v1/tickets/" + ticket).orFail("The ticket").body();
    }

    private static Set<String> tags(JsonNode ticket) {
        Set<String> tags = new TreeSet<>();
        ticket.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private Set<String> notes(String ticket) throws InterruptedException {
        Set<String> notes = new TreeSet<>();
        api.get("/api/v1/tickets/" + ticket + "/notes")
                .orFail("The notes")
                .body()
                .path("items")
                .forEach(note -> notes.add(note.path("body").asText()));
        return notes;
    }
}
