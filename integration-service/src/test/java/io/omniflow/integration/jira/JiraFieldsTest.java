package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.jira.JiraFields.Extent;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.ReportedTicket;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraFieldsTest {
    private static final URI SITE = URI.create("https://acme.atlassian.net");
    private static final OpenConnection CLOUD = TestConnections.cloud(SITE);
    private static final OpenConnection DATA_CENTER = TestConnections.dataCenter(SITE);

    @Test
    void cloud_gets_a_document_and_data_center_markup() {
        IssueDraft draft = draft(UUID.randomUUID());

        assertEquals(
                "doc",
                JiraFields.issue(CLOUD, draft, Extent.ALL)
                        .at("/fields/description/type")
                        .asText());
        assertEquals(
                "Steps \\*here\\*\n\n[Ticket #42|https://desk.example/tickets/42]",
                JiraFields.issue(DATA_CENTER, draft, Extent.ALL)
                        .at("/fields/description")
                        .asText());
    }

    @Test
    void the_label_is_the_same_for_each_try_and_another_for_each_link() {
        UUID id = UUID.fromString("019a9f5e-6e2a-4c3b-9d0e-5a1b2c3d4e5f");

        assertEquals("desk-42-5a1b2c3d4e5f", JiraFields.label(draft(id)));
        assertEquals("labels = \"desk-42-5a1b2c3d4e5f\"", JiraFields.jql(draft(id)));
        assertNotEquals(JiraFields.label(draft(id)), JiraFields.label(draft(UUID.randomUUID())));
    }

    @Test
    void an_issue_can_be_made_without_a_priority() {
        assertTrue(JiraFields.issue(CLOUD, draft(UUID.randomUUID()), Extent.WITHOUT_PRIORITY)
                .at("/fields/priority")
                .isMissingNode());
    }

    @ParameterizedTest
    @CsvSource({"URGENT, Highest", "HIGH, High", "NORMAL, Medium", "LOW, Low"})
    void priorities_have_the_names_jira_brings_along(Priority priority, String name) {
        assertEquals(name, JiraFields.priority(priority));
    }

    @Test
    void a_remote_link_has_the_tickets_address_for_its_id_as_far_as_jira_takes_it() {
        URI longer = URI.create("https://desk.example/" + "x".repeat(300) + "/tickets/42");

        assertEquals(
                "https://desk.example/tickets/42",
                JiraFields.remoteLink("T", draft(UUID.randomUUID()).ticketAddress())
                        .path("globalId")
                        .asText());
        String id = JiraFields.remoteLink("T", longer).path("globalId").asText();
        assertEquals(255, id.length());
        assertTrue(id.endsWith("/tickets/42"));
    }

    private static IssueDraft draft(UUID id) {
        return new IssueDraft(
                id,
                new ReportedTicket(42, "T", "Steps *here*", Priority.HIGH),
                URI.create("https://desk.example/tickets/42"));
    }
}
