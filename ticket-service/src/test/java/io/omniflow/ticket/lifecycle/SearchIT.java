package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SearchIT {
    private final Desk desk = new Desk();

    private List<String> found(String words) {
        return page(words).getList("items.title");
    }

    private JsonPath page(String words) {
        return desk.as("viewer")
                .queryParam("q", words)
                .queryParam("sort", "created")
                .get(TICKETS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void words_are_found_in_title_description_and_notes() {
        desk.open("{\"title\":\"Checkout fails\",\"description\":\"Cards of two banks are refused\"}");
        String printer = desk.open("{\"title\":\"Printer on fire\"}");
        note(printer, "Das Gerät heißt Érika; see https://example.org/a/b");
        assertEquals(List.of("Checkout fails"), found("CHECKOUT"));
        assertEquals(List.of("Checkout fails"), found("refused checkout"));
        assertEquals(List.of("Printer on fire"), found("érika"));
        assertEquals(List.of("Printer on fire"), found("fire gerät"));
        assertEquals(List.of(), found("checkout fire"));
        assertEquals(List.of("Checkout fails", "Printer on fire"), found("checkout or fire"));
        assertEquals(List.of("Printer on fire"), found("on -checkout"));
        assertEquals(List.of("Checkout fails"), found("\"two banks\""));
        assertEquals(List.of(), found("\"banks two\""));
    }

    @Test
    void the_last_word_may_be_unfinished() {
        desk.open("{\"title\":\"Checkout fails\"}");
        assertEquals(List.of("Checkout fails"), found("che"));
        assertEquals(List.of("Checkout fails"), found("checkout fai"));
        assertEquals(List.of(), found("zeck fails"));
    }

    @Test
    void words_that_must_not_be_there_suffice() {
        desk.open("{\"title\":\"Checkout fails\"}");
        desk.open("{\"title\":\"Printer on fire\"}");
        new Desk().open("{\"title\":\"Invoice is missing\"}");
        assertEquals(List.of("Printer on fire"), found("-checkout"));
        assertEquals(List.of(), found("-checkout -fire"));
    }

    @Test
    void what_changes_is_found_by_what_it_says_now() {
        String id = desk.open("{\"title\":\"aardvark\",\"description\":\"badger\"}");
        String note = note(id, "cormorant");
        desk.anna()
                .header("If-Match", "\"2\"")
                .body("{\"title\":\"dolphin\",\"description\":\"eagle\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(200);
        assertEquals(List.of(), found("aardvark"));
        assertEquals(List.of(), found("badger"));
        assertEquals(List.of("dolphin"), found("eagle cormorant"));
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"falcon\"}")
                .patch(TICKETS + "/" + id + "/notes/" + note)
                .then()
                .statusCode(200);
        assertEquals(List.of(), found("cormorant"));
        assertEquals(List.of("dolphin"), found("eagle falcon"));
        note(id, "gorilla");
        desk.change(id, "{\"status\":\"waiting\"}");
        assertEquals(List.of("dolphin"), found("dolphin eagle falcon gorilla"));
        desk.anna().delete(TICKETS + "/" + id + "/notes/" + note).then().statusCode(204);
        assertEquals(List.of(), found("falcon"));
        assertEquals(List.of("dolphin"), found("dolphin eagle gorilla"));
    }

    @Test
    void a_ticket_with_more_words_than_fit_is_found_by_the_first() {
        String id = desk.open("{\"title\":\"heap\"}");
        for (int i = 0; i < 40; i++) {
            int from = i * 3_000;
            StringBuilder body = new StringBuilder();
            IntStream.range(from, from + 3_000)
                    .forEach(n -> body.append("word").append(n).append("-und-so "));
            note(id, body.toString());
        }
        assertEquals(List.of("heap"), found("heap word17"));
        assertEquals(List.of("heap"), found("heap"));
    }

    @Test
    void pages_of_a_search_visit_each_once() {
        IntStream.range(0, 9).forEach(i -> desk.open("{\"title\":\"needle " + i + "\"}"));
        IntStream.range(0, 5).forEach(i -> desk.open("{\"title\":\"straw " + i + "\"}"));
        for (String sort : List.of("created", "-updated", "priority", "slaDue", "-slaDue")) {
            List<String> titles = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                JsonPath page = desk.as("viewer")
                        .queryParam("q", "needle")
                        .queryParam("sort", sort)
                        .queryParam("limit", 2)
                        .queryParam("cursor", cursor == null ? "" : cursor)
                        .get(TICKETS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                titles.addAll(page.getList("items.title"));
                cursor = page.getString("nextCursor");
            } while (cursor != null);
            List<String> expected =
                    IntStream.range(0, 9).mapToObj(i -> "needle " + i).toList();
            assertEquals(sort.startsWith("-") ? expected.reversed() : expected, titles, sort);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "'",
                "-",
                "--",
                "!",
                "&",
                "|",
                "(",
                ")",
                ":*",
                "a:*",
                "<->",
                "a <-> b",
                "\\",
                "\\'",
                "or",
                "or or",
                "-a -b",
                "not",
                "%",
                "_",
                "*",
                "a & | b",
                "a:b:c",
                "a'b",
                "\u202e",
                "\uD83D\uDC69",
                "ſ",
                "1e309",
                "x y\"z",
                "3-D",
                "user@exam",
                "http://",
                "\t \n",
                "or a",
                "a or",
                "a or b",
                "-a",
                "''''",
                "a\\"
            })
    void no_text_breaks_a_search(String words) {
        desk.open("{\"title\":\"x\"}");
        for (String sort : List.of("-updated", "slaDue")) {
            desk.as("viewer")
                    .queryParam("q", words)
                    .queryParam("sort", sort)
                    .get(TICKETS)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_search_of_too_many_characters_is_refused() {
        desk.as("viewer").queryParam("q", "x".repeat(501)).get(TICKETS).then().statusCode(400);
        desk.as("viewer").queryParam("q", "x".repeat(500)).get(TICKETS).then().statusCode(200);
    }

    @Test
    void nothing_of_another_workspace_is_found() {
        desk.open("{\"title\":\"Checkout fails\"}");
        for (String words : List.of("checkout", "chekcout", "che")) {
            List<String> items = new Desk()
                    .as("admin")
                    .queryParam("q", words)
                    .get(TICKETS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            assertEquals(List.of(), items);
        }
    }

    private String note(String ticket, String body) {
        return desk.anna()
                .body("{\"body\":\"" + body + "\"}")
                .post(TICKETS + "/" + ticket + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
