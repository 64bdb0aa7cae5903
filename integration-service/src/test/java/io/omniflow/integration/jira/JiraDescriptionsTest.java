package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.integration.sync.domain.Comment;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JiraDescriptionsTest {
    private static final URI ADDRESS = URI.create("https://desk.example/tickets/42");
    private static final Comment COMMENT =
            new Comment(UUID.fromString("019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f"), "Ada *L*", "Still there?\n\nAda");

    static Stream<JiraDialect> dialects() {
        return Stream.of(new JiraDialect.Cloud(), new JiraDialect.DataCenter());
    }

    @Test
    void a_ticket_without_text_has_the_way_back_only() {
        List<JiraBlock> back = List.of(new JiraBlock.Link("Ticket #42", ADDRESS));

        assertEquals(back, JiraDescriptions.description(draft(null)));
        assertEquals(back, JiraDescriptions.description(draft(" \n")));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a_comment_of_ours_is_known_again(JiraDialect dialect) {
        String read = dialect.plain(dialect.written(JiraDescriptions.comment(COMMENT)));

        assertTrue(JiraDescriptions.isOurs(read), read);
        assertTrue(read.contains(JiraDescriptions.marker(COMMENT.id())), read);
        assertTrue(read.contains("Still there?\n\nAda"), read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fixed",
                "desk note 42",
                "See desk note 019a9f5e6e2a7c3b9d0e5a1b2c3d4e5f above",
                "019a9f5e6e2a7c3b9d0e5a1b2c3d4e5f"
            })
    void a_comment_of_others_is_not_taken_for_ours(String text) {
        assertFalse(JiraDescriptions.isOurs(text));
    }

    private static IssueDraft draft(@Nullable String description) {
        return new IssueDraft(UUID.randomUUID(), new ReportedTicket(42, "T", description, Priority.LOW), ADDRESS);
    }
}
