package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.jira.fake.FakeCall;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.PushResult;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that is sent to Jira Cloud, against Atlassian's own documents; without them there is nothing to compare with. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraSchemaIT {
    @Inject
    JiraTracker tracker;

    @Inject
    JiraIssues issues;

    @Inject
    JiraProbe probe;

    @BeforeEach
    void look_for_the_documents() {
        assumeTrue(Files.exists(JiraDocument.api()), () -> "skipped: Jira's API is not at " + JiraDocument.api());
        assumeTrue(
                Files.exists(JiraDocument.richText()),
                () -> "skipped: the schema of rich text is not at " + JiraDocument.richText());
    }

    @Test
    void every_call_is_one_jira_describes() throws IOException {
        JiraDocument document = JiraDocument.read();
        try (JiraFake jira = JiraFake.start(0)) {
            callEverything(TestConnections.cloud(jira.url()));

            jira.calls().forEach(call -> assertEquals(List.of(), document.violations(call), call.toString()));
            assertEquals(
                    Set.of(
                            "GET myself",
                            "GET project",
                            "GET project statuses",
                            "GET issue createmeta issuetypes",
                            "POST search jql",
                            "POST issue",
                            "GET issue",
                            "POST issue remotelink",
                            "GET issue transitions",
                            "POST issue transitions",
                            "GET issue comment",
                            "POST issue comment"),
                    jira.calls().stream().map(FakeCall::operation).collect(Collectors.toCollection(TreeSet::new)));
            jira.calls().stream()
                    .flatMap(call -> List.of(
                            call.body().at("/fields/description"), call.body().path("body"))
                            .stream())
                    .filter(JsonNode::isObject)
                    .forEach(text -> assertEquals(List.of(), document.violationsOfRichText(text), text.toString()));
        }
    }

    @Test
    void any_text_is_a_valid_document() throws IOException {
        JiraDocument document = JiraDocument.read();

        RandomTexts.texts()
                .limit(300)
                .map(text -> JiraAdf.document(List.of(
                        new JiraBlock.Heading("Ada:"),
                        new JiraBlock.Text(text),
                        new JiraBlock.Small("desk note 42"),
                        new JiraBlock.Link("Ticket #42", URI.create("https://desk.example/tickets/42")))))
                .forEach(text -> assertEquals(List.of(), document.violationsOfRichText(text), text.toString()));
    }

    @Test
    void the_documents_find_what_is_wrong() throws IOException {
        JiraDocument document = JiraDocument.read();
        JsonNode noUrl = JsonNodeFactory.instance.objectNode().set("object", JsonNodeFactory.instance.objectNode());

        assertFalse(document.violationsOfRichText(TextNode.valueOf("plain")).isEmpty());
        ObjectNode another = JiraAdf.document(List.of(new JiraBlock.Text("x"))).deepCopy();
        assertFalse(document.violationsOfRichText(another.put("version", 2)).isEmpty());
        assertFalse(document.violations(call("POST", "/rest/api/3/issue/1/remotelink", noUrl))
                .isEmpty());
        assertFalse(document.violations(call("GET", "/rest/api/3/nowhere", JsonNodeFactory.instance.missingNode()))
                .isEmpty());
    }

    private void callEverything(OpenConnection connection) {
        IssueDraft draft = new IssueDraft(
                UUID.randomUUID(),
                new ReportedTicket(42, "Checkout fails", "One\n\nTwo\nhttps://x.example/a", Priority.URGENT),
                URI.create("https://desk.example/tickets/42"));
        assertInstanceOf(ProbeResult.Works.class, await(probe.probe(connection)));
        PushResult.Made made =
                assertInstanceOf(PushResult.Made.class, await(tracker.push(connection, draft, Claim.Earlier.SOME)));
        String id = made.issue().id();
        Comment comment = new Comment(UUID.randomUUID(), "Ada", "Any *news*?");
        done(issues.comment(connection, id, comment, Claim.Earlier.NONE));
        done(issues.comment(connection, id, comment, Claim.Earlier.SOME));
        Issue issue = done(issues.move(connection, id, new ExternalState("10001", "Done", StateKind.DONE)));
        done(issues.attach(connection, issue, "Ticket #43", URI.create("https://desk.example/tickets/43")));
        done(issues.states(connection));
    }

    private static FakeCall call(String method, String path, JsonNode body) {
        return new FakeCall(Instant.now(), method, method, path, Map.of(), body);
    }

    private static <T> T done(Uni<CallResult<T>> call) {
        CallResult<T> result = await(call);
        assertTrue(result instanceof CallResult.Done<T>, result.toString());
        return ((CallResult.Done<T>) result).value();
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
