package io.omniflow.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A workspace with an assignee, and a lead of the team; both sign in to read their feeds. */
final class StaleDesk implements AutoCloseable {
    static final String ASSIGNEE = "ada";
    static final String LEAD = "lea";

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String JSON = "application/json";

    private final SuiteApi admin;
    private final SuiteApi assigneesEyes;
    private final SuiteApi leadsEyes;
    private final String assignee;
    private final String lead;
    private final String team;

    StaleDesk(Suite suite) throws IOException, InterruptedException {
        UUID workspace = UUID.randomUUID();
        admin = new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.ADMIN, "boss"));
        assigneesEyes = new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.AGENT, ASSIGNEE));
        leadsEyes = new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.AGENT, LEAD));
        assignee = agent(ASSIGNEE);
        lead = agent(LEAD);
        team = made("/api/v1/teams", "{\"name\": \"Support\", \"leadId\": \"" + lead + "\"}");
    }

    private String agent(String subject) throws InterruptedException {
        return made("/api/v1/agents", "{\"name\": \"%1$s\", \"subject\": \"%1$s\"}".formatted(subject));
    }

    private String made(String path, String body) throws InterruptedException {
        return admin.post(path, JSON, body).orFail(path).body().path("id").asText();
    }

    /** With auto-close. */
    void policy(Duration waitingFor, Duration grace) throws InterruptedException {
        admin.put(
                        "/api/v1/stale-policy",
                        "{\"enabled\": true, \"waitingFor\": \"%s\", \"grace\": \"%s\", \"autoClose\": true}"
                                .formatted(waitingFor, grace))
                .orFail("Setting the policy");
    }

    /** A ticket of the assignee that waits from its beginning; its id. */
    String waiting() throws InterruptedException {
        return made(
                "/api/v1/tickets",
                "{\"title\": \"Long\", \"status\": \"waiting\", \"assigneeId\": \"%s\", \"teamId\": \"%s\"}"
                        .formatted(assignee, team));
    }

    void note(String ticket) throws InterruptedException {
        made("/api/v1/tickets/" + ticket + "/notes", "{\"body\": \"They wrote by post\"}");
    }

    void agents(String patch) throws InterruptedException {
        admin.patch("/api/v1/agents/" + assignee, patch).orFail("Changing the assignee");
        admin.patch("/api/v1/agents/" + lead, patch).orFail("Changing the lead");
    }

    String status(String ticket) throws InterruptedException {
        return admin.get("/api/v1/tickets/" + ticket)
                .orFail("Reading the ticket")
                .body()
                .path("status")
                .asText();
    }

    Instant time(JsonNode entry) {
        return Instant.parse(entry.path("at").asText());
    }

    List<JsonNode> entries(String ticket, String kind) throws InterruptedException {
        return ofKind(admin.get(timeline(ticket)).orFail("Reading the timeline").body(), kind);
    }

    /** The newest of that kind, once there are so many. */
    JsonNode awaitEntry(String ticket, String kind, int count) throws InterruptedException {
        return awaitEntries(ticket, kind, count).getFirst();
    }

    List<JsonNode> awaitEntries(String ticket, String kind, int count) throws InterruptedException {
        return ofKind(
                admin.await(
                        count + " of " + kind,
                        timeline(ticket),
                        SOON,
                        body -> ofKind(body, kind).size() >= count),
                kind);
    }

    /** The newest notice about the ticket in the feed of {@link #ASSIGNEE} or {@link #LEAD}, once there are so many. */
    JsonNode awaitNotice(String subject, String ticket, int count) throws InterruptedException {
        SuiteApi eyes = subject.equals(LEAD) ? leadsEyes : assigneesEyes;
        return about(
                        eyes.await(
                                "Notice " + count + " of " + subject,
                                "/api/v1/notifications?kind=stale_ping",
                                SOON,
                                body -> about(body, ticket).size() >= count),
                        ticket)
                .getFirst();
    }

    private static String timeline(String ticket) {
        return "/api/v1/tickets/" + ticket + "/timeline?limit=200";
    }

    private static List<JsonNode> ofKind(JsonNode page, String kind) {
        return items(page).stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .toList();
    }

    private static List<JsonNode> about(JsonNode page, String ticket) {
        return items(page).stream()
                .filter(notice -> notice.path("ticketId").asText().equals(ticket))
                .toList();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    @Override
    public void close() {
        admin.close();
        assigneesEyes.close();
        leadsEyes.close();
    }
}
