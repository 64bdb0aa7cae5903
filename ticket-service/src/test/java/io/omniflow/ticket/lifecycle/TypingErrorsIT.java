package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When nothing has the words, words of titles nearly so are looked for. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TypingErrorsIT {
    private final Desk desk = new Desk();

    @Inject
    ShownTickets shown;

    private List<String> found(String words) {
        return desk.as("viewer")
                .queryParam("q", words)
                .queryParam("sort", "created")
                .get(TICKETS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
    }

    @Test
    void a_typing_error_finds_titles_when_nothing_has_the_words() {
        desk.open("{\"title\":\"Checkout fails with 3-D Secure\"}");
        desk.open("{\"title\":\"Invoice is missing\"}");
        assertEquals(List.of("Checkout fails with 3-D Secure"), found("chekcout"));
        assertEquals(List.of("Invoice is missing"), found("invioce missing"));
        assertEquals(List.of(), found("zebra"));
        desk.open("{\"title\":\"Zebra\"}");
        assertEquals(List.of("Zebra"), found("zebra"));
    }

    @Test
    void a_typing_error_among_other_words_leaves_these_as_they_are() {
        desk.open("{\"title\":\"Checkout fails\",\"description\":\"Visa cards\"}");
        desk.open("{\"title\":\"Checkout is slow\",\"description\":\"Debit cards\"}");
        assertEquals(List.of("Checkout fails"), found("chekcout visa"));
        assertEquals(List.of("Checkout is slow"), found("chekcout -visa"));
        assertEquals(List.of("Checkout fails"), found("\"chekcout fails\""));
        assertEquals(List.of("Checkout fails", "Checkout is slow"), found("chekc"));
        assertEquals(List.of("Checkout fails", "Checkout is slow"), found("zebra or chekcout"));
        assertEquals(List.of(), found("chekcout zebra"));
        assertEquals(List.of(), found("visaa"), "only words of titles are guessed");
    }

    @Test
    void a_title_that_changed_is_guessed_by_its_new_words() {
        String id = desk.open("{\"title\":\"aardvark\"}");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"Checkout fails\"}")
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(200);
        assertEquals(List.of("Checkout fails"), found("chekcout"));
        assertEquals(List.of(), found("aardvrak"));
    }

    @Test
    void a_list_that_is_told_live_is_the_one_that_is_shown() {
        UUID meant = UUID.fromString(desk.open("{\"title\":\"Checkout fails\"}"));
        UUID other = UUID.fromString(desk.open("{\"title\":\"Invoice is missing\"}"));
        for (String words : List.of("chekcout", "checkout", "fails check")) {
            List<UUID> told = shown
                    .matchingAmong(new WorkspaceId(desk.workspace), searched(words), List.of(meant, other))
                    .await()
                    .indefinitely()
                    .stream()
                    .map(ticket -> ticket.ticket().id().value())
                    .toList();
            assertEquals(List.of(meant), told, words);
        }
    }

    private static TicketFilter searched(String words) {
        TicketFilter all = TicketFilter.everything();
        return new TicketFilter(
                Set.of(),
                Set.of(),
                all.assignees(),
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                Map.of(),
                all.created(),
                all.updated(),
                Set.of(),
                words,
                TicketScope.ALL,
                null);
    }
}
