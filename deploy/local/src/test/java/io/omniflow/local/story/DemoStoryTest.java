package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import io.omniflow.local.identity.Tokens;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code up --demo} shows, looked at as the demo workspace's admin. */
@ExtendWith(OneSuite.class)
class DemoStoryTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Suite suite;
    private final SuiteApi api;

    DemoStoryTest(Suite suite) throws IOException {
        this.suite = suite;
        api = new SuiteApi(suite.baseUrl(), suite.token());
    }

    @AfterEach
    void leave() {
        api.close();
    }

    @Test
    void a_converted_conversation_has_an_answer_and_a_field() throws Exception {
        JsonNode ticket = only("/api/v1/tickets?cf.vendor_ticket_id=V-1009");
        assertEquals("Order 1009 came damaged", ticket.path("title").asText());
        assertEquals(
                "Sorry to hear that. A new one is on its way.",
                only("/api/v1/tickets/" + ticket.path("id").asText() + "/replies")
                        .path("body")
                        .asText());
    }

    @Test
    void the_rule_has_opened_a_ticket_for_the_chat() throws Exception {
        JsonNode ticket = only("/api/v1/tickets?source=automation");
        assertEquals("Refund: Order 1009", ticket.path("title").asText());
    }

    @Test
    void that_ticket_is_measured_by_the_policy_of_refunds_in_office_hours() throws Exception {
        String ticket = only("/api/v1/tickets?source=automation").path("id").asText();
        String path = "/api/v1/sla/tickets/" + ticket;
        JsonNode clock = api.await(
                        path, path, SOON, answer -> answer.path("clocks").size() >= 2)
                .path("clocks")
                .path(0);
        assertEquals("PT1H", clock.path("target").asText());
        assertEquals(
                named("/api/v1/sla/policies", "Refunds"), clock.path("policyId").asText());
        assertEquals(
                named("/api/v1/sla/calendars", "Berlin office"),
                clock.path("calendarId").asText());
    }

    private String named(String list, String name) throws InterruptedException {
        JsonNode page =
                api.await(list, list, SOON, answer -> !answer.path("items").isEmpty());
        for (JsonNode item : page.path("items")) {
            if (item.path("name").asText().equals(name)) {
                return item.path("id").asText();
            }
        }
        throw new AssertionError("no " + name + " in " + page);
    }

    @Test
    void an_agent_is_told_who_has_a_word_for_her() throws Exception {
        JsonNode notice;
        try (SuiteApi lena =
                new SuiteApi(suite.baseUrl(), suite.token(Tokens.DEMO_WORKSPACE, TokenRole.AGENT, "lena"))) {
            notice = only(lena, "/api/v1/notifications?kind=mentioned");
        }
        assertEquals(
                only("/api/v1/tickets?cf.vendor_ticket_id=V-1009").path("id").asText(),
                notice.path("ticketId").asText());
    }

    @Test
    void duplicates_are_one_ticket_and_a_mistaken_merge_was_taken_back() throws Exception {
        JsonNode merge = only("/api/v1/merges?state=completed");
        assertEquals("same stack trace", merge.path("reason").asText());
        JsonNode source = api.get(
                        "/api/v1/tickets/" + merge.path("sources").path(0).asText())
                .body();
        assertEquals(
                merge.path("destination").asText(), source.path("mergedInto").asText());
        assertEquals(
                "demo-admin",
                only("/api/v1/merges?state=undone").path("undoneBy").asText().replace("agent:", ""));
    }

    private JsonNode only(String path) throws InterruptedException {
        return only(api, path);
    }

    private static JsonNode only(SuiteApi api, String path) throws InterruptedException {
        return api.await(path, path, SOON, page -> page.path("items").size() == 1)
                .path("items")
                .path(0);
    }
}
