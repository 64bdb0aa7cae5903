package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters in every combination, and the order by due time. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class FiltersIT {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Desk desk = new Desk();

    private List<String> titles(String query) {
        return desk.as("viewer")
                .urlEncodingEnabled(false)
                .get(TICKETS + "?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.title");
    }

    /** As the clocks would tell it. */
    private void due(String ticket, String state, @Nullable Instant at) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement update =
                        database.prepareStatement("update ticket_sla set state = ?, next_due_at = ?, summary ="
                                + " jsonb_build_object('state', ?::text, 'nextDueAt', ?::text) where workspace_id = ?"
                                + " and ticket_id = ?")) {
            update.setString(1, state);
            update.setObject(2, at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            update.setString(3, state);
            update.setString(4, at == null ? null : at.toString());
            update.setObject(5, desk.workspace);
            update.setObject(6, UUID.fromString(ticket));
            assertEquals(1, update.executeUpdate());
        }
    }

    @Test
    void any_two_filters_show_what_each_alone_shows_of_the_other() throws SQLException {
        String agent = desk.agent();
        String team = desk.team();
        desk.field("n", "number");
        UUID contact = UUID.randomUUID();
        List<String> statuses = List.of("open", "waiting", "closed");
        String middle = "";
        String linked = "";
        for (int i = 0; i < 48; i++) {
            String conversation = UUID.randomUUID().toString();
            String id = desk.open("{\"title\":\"" + i + (i % 4 < 2 ? " needle" : " straw") + "\",\"status\":\""
                    + statuses.get(i % 3) + "\",\"priority\":\"" + (i % 5 < 2 ? "high" : "low") + "\""
                    + (i % 2 == 0 ? ",\"assigneeId\":\"" + agent + "\"" : "")
                    + (i % 3 < 2 ? ",\"teamId\":\"" + team + "\"" : "")
                    + (i % 7 < 4 ? ",\"tags\":[\"x\",\"y" + i % 2 + "\"]" : "")
                    + (i % 5 < 3 ? ",\"contactIds\":[\"" + contact + "\"]" : "")
                    + ",\"conversationIds\":[\"" + conversation + "\"]"
                    + (i % 4 < 3 ? ",\"customFields\":{\"n\":" + i % 3 + "}" : "")
                    + (i % 6 < 3 ? ",\"source\":\"manual\"" : "") + "}");
            if (i % 5 < 3) {
                due(id, i % 5 == 0 ? "breached" : "ok", NOON.plusSeconds(i));
            }
            if (i == 24) {
                middle = desk.ticket(id).getString("createdAt");
                linked = conversation;
            }
        }
        List<String> filters = List.of(
                "status=open,waiting",
                "priority=high",
                "assignee=" + agent,
                "assignee=none",
                "team=" + team,
                "tag=x",
                "tag=x,y1",
                "contact=" + contact,
                "conversation=" + linked,
                "source=manual",
                "cf.n=1",
                "createdFrom=" + middle,
                "updatedTo=" + middle,
                "sla=breached,none",
                "sla=ok",
                "q=needle",
                "q=nedle");
        for (int i = 0; i < filters.size() - 1; i++) {
            List<String> alone = titles(filters.get(i));
            assertFalse(alone.isEmpty(), filters.get(i));
            for (int j = i + 1; j < filters.size(); j++) {
                if (name(filters.get(i)).equals(name(filters.get(j)))) {
                    continue;
                }
                Set<String> both = new HashSet<>(alone);
                both.retainAll(titles(filters.get(j)));
                for (String sort : List.of("-updated", "slaDue")) {
                    List<String> shown = titles(filters.get(i) + "&" + filters.get(j) + "&sort=" + sort);
                    assertEquals(both, new HashSet<>(shown), filters.get(i) + " and " + filters.get(j) + " by " + sort);
                    assertEquals(both.size(), shown.size());
                }
            }
        }
        assertEquals(
                Set.copyOf(titles("status=open&team=" + team + "&q=needle")),
                Set.copyOf(titles("q=needle&team=" + team + "&status=open&sort=priority")));
    }

    private static String name(String filter) {
        return filter.substring(0, filter.indexOf('='));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void what_has_no_due_time_stands_last_in_both_directions(int limit) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            ids.add(desk.open("{\"title\":\"" + i + "\"}"));
        }
        due(ids.get(1), "ok", NOON.plusSeconds(5));
        due(ids.get(3), "breached", NOON);
        due(ids.get(4), "ok", NOON.plusSeconds(5));
        due(ids.get(7), "at_risk", NOON.plusMillis(1));
        due(ids.get(8), "paused", null);
        assertEquals(List.of("3", "7", "1", "4", "0", "2", "5", "6", "8"), pages("slaDue", limit));
        assertEquals(List.of("4", "1", "7", "3", "8", "6", "5", "2", "0"), pages("-slaDue", limit));
    }

    private List<String> pages(String sort, int limit) {
        List<String> titles = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = desk.as("viewer")
                    .queryParam("sort", sort)
                    .queryParam("limit", limit)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get(TICKETS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            titles.addAll(page.getList("items.title"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return titles;
    }
}
