package io.omniflow.integration.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.ReportedTicket;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearIssuesTest {

    @ParameterizedTest
    @CsvSource({"LOW, 4", "NORMAL, 3", "HIGH, 2", "URGENT, 1"})
    void priorities_are_linears_numbers(Priority priority, int expected) {
        assertEquals(expected, LinearIssues.priority(priority));
    }

    @Test
    void the_id_we_chose_is_sent() {
        UUID id = UUID.randomUUID();
        IssueDraft draft = new IssueDraft(
                id,
                new ReportedTicket(42, "Checkout fails", "Steps: …", Priority.URGENT),
                URI.create("https://desk.example/tickets/42"));

        assertEquals(
                Map.of(
                        "input",
                        Map.of(
                                "id",
                                id.toString(),
                                "teamId",
                                "ENG",
                                "title",
                                "Checkout fails",
                                "description",
                                "Steps: …",
                                "priority",
                                1)),
                LinearIssues.create(draft, "ENG"));
    }

    @Test
    void a_ticket_without_description_sends_none() {
        IssueDraft draft = new IssueDraft(
                UUID.randomUUID(),
                new ReportedTicket(1, "t", null, Priority.LOW),
                URI.create("https://desk.example/tickets/1"));

        assertFalse(LinearIssues.create(draft, "ENG").toString().contains("description"));
    }
}
