package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tickets made one and taken apart again, as a lead sees it who waits for each answer. */
@ExtendWith(OneSuite.class)
class MergeStoryTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JSON = "application/json";

    private final SuiteApi api;

    MergeStoryTest(Suite suite) throws IOException {
        api = new SuiteApi(suite.baseUrl(), suite.token(UUID.randomUUID(), TokenRole.LEAD, "lea"));
    }

    @AfterEach
    void leave() {
        api.close();
    }

    @Test
    void a_merge_is_made_while_the_caller_waits_and_undone_from_the_audit_log() throws Exception {
        TicketPair pair = TicketPair.make(api, "Checkout fails");
        SuiteApi.Answer made = pair.merge();
        assertEquals(201, made.status(), made::toString);
        assertEquals("completed", made.body().path("state").asText());
        assertEquals(
                "open",
                made.body().path("manifest").path(0).path("previousStatus").asText());
        assertTrue(made.body().path("undoable").asBoolean());
        pair.mustBeOne();

        String merge = made.body().path("id").asText();
        String search = "/api/v1/audit?kind=merged&mergeId=" + merge;
        String entry = api.await(
                        "The merge in the log",
                        search,
                        SOON,
                        page -> page.path("items").size() == 1)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        SuiteApi.Answer undone = api.post("/api/v1/audit/" + entry + "/undo", JSON, "");
        assertEquals(200, undone.status(), undone::toString);
        assertEquals("undone", undone.body().path("state").asText());
        pair.mustBeTwo();
    }

    @Test
    void a_merge_of_what_is_part_of_another_ticket_is_refused_with_where_it_went() throws Exception {
        TicketPair pair = TicketPair.make(api, "Invoice is wrong");
        assertEquals(201, pair.merge().status());
        TicketPair other = TicketPair.make(api, "Invoice is late");
        SuiteApi.Answer refused = new TicketPair(api, pair.source(), other.destination()).merge();

        assertEquals(409, refused.status(), refused::toString);
        assertTrue(refused.body().path("type").asText().endsWith("/already-merged"), refused::toString);
        assertEquals(pair.destination(), refused.body().path("destination").asText());
        JsonNode kept = api.get("/api/v1/merges/" + refused.body().path("merge").asText())
                .body();
        assertEquals("rejected", kept.path("state").asText(), kept::toString);
        assertEquals(
                pair.destination(), kept.path("problem").path("destination").asText());
    }

    @Test
    void of_a_chain_the_last_merge_is_undone_first() throws Exception {
        TicketPair below = TicketPair.make(api, "Login fails");
        String first = below.merge().orFail("A into B").body().path("id").asText();
        TicketPair top = TicketPair.make(api, "Nobody can log in");
        TicketPair above = new TicketPair(api, below.destination(), top.destination());
        String second = above.merge().orFail("B into C").body().path("id").asText();

        SuiteApi.Answer refused = api.post("/api/v1/merges/" + first + "/undo", JSON, "");
        assertEquals(409, refused.status(), refused::toString);
        assertEquals(second, refused.body().path("mergeId").asText());
        assertEquals(
                200, api.post("/api/v1/merges/" + second + "/undo", JSON, "").status());
        assertEquals(
                200, api.post("/api/v1/merges/" + first + "/undo", JSON, "").status());
        below.mustBeTwo();
    }
}
