package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ListIT {
    private final Desk desk = new Desk();

    private List<String> titles(String query) {
        return desk.as("viewer")
                .urlEncodingEnabled(false)
                .get(TICKETS + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.title");
    }

    @Test
    void filters_narrow_and_their_values_are_alternatives() {
        String team = desk.team();
        desk.open("{\"title\":\"a\",\"status\":\"open\",\"priority\":\"low\",\"tags\":[\"x\",\"y\"]}");
        desk.open("{\"title\":\"b\",\"status\":\"waiting\",\"priority\":\"high\",\"tags\":[\"x\"],\"teamId\":\"" + team
                + "\"}");
        desk.open("{\"title\":\"c\",\"status\":\"closed\",\"priority\":\"high\",\"source\":\"manual\"}");
        assertEquals(List.of("a"), titles("status=open"));
        assertEquals(List.of("b", "a"), titles("status=open,waiting&sort=-created"));
        assertEquals(List.of("b", "a"), titles("status=open&status=waiting&sort=-created"));
        assertEquals(List.of("c", "b"), titles("priority=high&sort=-created"));
        assertEquals(List.of("b"), titles("priority=high&status=waiting,open"));
        assertEquals(List.of("a", "b"), titles("tag=X&sort=created"));
        assertEquals(List.of("a"), titles("tag=x,y"));
        assertEquals(List.of("b"), titles("team=" + team));
        assertEquals(List.of("c"), titles("source=manual"));
        assertEquals(List.of(), titles("status=open&source=manual"));
        assertEquals(
                3,
                titles("status=&tag=&limit=&sort=&cursor=&createdFrom=&team=").size());
    }

    @Test
    void assignees_are_agents_nobody_or_me() {
        String me = desk.agent();
        String other = desk.agent();
        desk.open("{\"title\":\"mine\",\"assigneeId\":\"" + me + "\"}");
        desk.open("{\"title\":\"other\",\"assigneeId\":\"" + other + "\"}");
        desk.open("{\"title\":\"nobody\"}");
        assertEquals(List.of("mine"), titles("assignee=" + me));
        assertEquals(List.of("nobody"), titles("assignee=none"));
        assertEquals(List.of("mine", "nobody"), titles("assignee=none," + me + "&sort=created"));
        assertEquals(List.of(), titles("assignee=me"));
        JsonPath own = RestAssured.given()
                .auth()
                .oauth2(Tokens.token(desk.workspace, me, "agent"))
                .get(TICKETS + "?assignee=me,none&sort=created")
                .jsonPath();
        assertEquals(List.of("mine", "nobody"), own.getList("items.title"));
    }

    @Test
    void links_and_custom_fields_are_found() {
        String contact = UUID.randomUUID().toString();
        String conversation = UUID.randomUUID().toString();
        desk.field("vendor", "text");
        desk.field("n", "number");
        desk.field("vip", "boolean");
        desk.field("regions", "multi_select", "de", "at");
        desk.open("{\"title\":\"a\",\"contactIds\":[\"" + contact
                + "\"],\"customFields\":{\"vendor\":\"V-1\",\"n\":21}}");
        desk.open("{\"title\":\"b\",\"conversationIds\":[\"" + conversation
                + "\"],\"customFields\":{\"vendor\":\"V-2\",\"n\":2.5,\"vip\":true,\"regions\":[\"de\",\"at\"]}}");
        assertEquals(List.of("a"), titles("contact=" + contact));
        assertEquals(List.of("b"), titles("conversation=" + conversation));
        assertEquals(List.of(), titles("conversation=" + contact));
        assertEquals(List.of("a"), titles("cf.vendor=V-1"));
        assertEquals(List.of("a"), titles("cf.n=21"));
        assertEquals(List.of("b"), titles("cf.n=2.5&cf.vendor=V-2"));
        assertEquals(List.of("b"), titles("cf.vip=true"));
        assertEquals(List.of("b"), titles("cf.regions=at"));
        assertEquals(List.of(), titles("cf.vendor=V-1&cf.n=2.5"));
        for (String wrong : List.of("cf.unknown=V-1", "cf.n=many", "cf.vip=yes", "cf.regions=fr")) {
            desk.as("viewer")
                    .get(TICKETS + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", equalTo(List.of(wrong.substring(0, wrong.indexOf('=')))));
        }
    }

    @Test
    void ranges_hold_from_their_start_to_before_their_end() {
        String first = desk.ticket(desk.open("{\"title\":\"a\"}")).getString("createdAt");
        String id = desk.open("{\"title\":\"b\"}");
        String second = desk.ticket(id).getString("createdAt");
        assertTrue(first.compareTo(second) < 0, "two tickets in one millisecond");
        assertEquals(List.of("a"), titles("createdFrom=" + first + "&createdTo=" + second));
        assertEquals(List.of("b"), titles("createdFrom=" + second));
        assertEquals(List.of("a"), titles("createdTo=" + second));
        String changed = desk.change(id, "{\"status\":\"closed\"}").getString("updatedAt");
        assertEquals(List.of("b"), titles("updatedFrom=" + changed));
        assertEquals(List.of("a"), titles("updatedTo=" + changed));
        assertEquals(List.of("a"), titles("createdFrom=2000-01-01T00:00:00%2B02:00&createdTo=" + second));
    }

    @Test
    void a_ticket_nobody_keeps_a_clock_for_has_no_sla() {
        desk.open("{\"title\":\"a\"}");
        assertEquals(List.of("a"), titles("sla=none"));
        assertEquals(List.of("a"), titles("sla=none,breached"));
        assertEquals(List.of(), titles("sla=breached,ok"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated", "-updated", "created", "-created", "priority", "-priority"})
    void pages_visit_each_ticket_once_in_order(String sort) {
        List<String> priorities = List.of("low", "normal", "high", "urgent");
        List<String> ids = IntStream.range(0, 23)
                .mapToObj(i -> desk.open("{\"title\":\"" + i + "\",\"priority\":\"" + priorities.get(i % 4) + "\"}"))
                .toList();
        desk.change(ids.get(3), "{\"status\":\"waiting\"}");
        List<String> inOne = pages(sort, 200);
        assertEquals(23, inOne.stream().distinct().count());
        assertEquals(inOne, pages(sort, 4));
        assertEquals(inOne, pages(sort, 23));
        assertEquals(inOne.reversed(), pages(sort.startsWith("-") ? sort.substring(1) : "-" + sort, 7));
        assertEquals(expected(sort, ids), inOne);
    }

    private List<String> expected(String sort, List<String> ids) {
        String field = sort.endsWith("updated") ? "updatedAt" : "createdAt";
        List<JsonPath> tickets = ids.stream().map(desk::ticket).toList();
        java.util.Comparator<JsonPath> byKey = sort.endsWith("priority")
                ? java.util.Comparator.comparing(
                        ticket -> List.of("low", "normal", "high", "urgent").indexOf(ticket.getString("priority")))
                : java.util.Comparator.comparing(ticket -> ticket.getString(field));
        List<String> ascending = tickets.stream()
                .sorted(byKey.thenComparing(ticket -> ticket.getString("id")))
                .map(ticket -> ticket.getString("id"))
                .toList();
        return sort.startsWith("-") ? ascending.reversed() : ascending;
    }

    private List<String> pages(String sort, int limit) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification viewer =
                    desk.as("viewer").queryParam("sort", sort).queryParam("limit", limit);
            JsonPath page = (cursor == null ? viewer : viewer.queryParam("cursor", cursor))
                    .get(TICKETS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }

    @Test
    void a_page_links_to_the_next() {
        IntStream.range(0, 3).forEach(i -> desk.open("{\"title\":\"" + i + "\",\"tags\":[\"t\"]}"));
        String link = desk.as("viewer")
                .get(TICKETS + "?limit=2&tag=t")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        String answer = desk.as("viewer")
                .urlEncodingEnabled(false)
                .get(next.substring(next.indexOf(TICKETS)))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(List.of("0"), new JsonPath(answer).getList("items.title"));
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        IntStream.range(0, 3).forEach(i -> desk.open("{\"title\":\"" + i + "\"}"));
        String cursor = desk.as("viewer").get(TICKETS + "?limit=1&sort=created").path("nextCursor");
        for (String sort : List.of("-created", "updated", "priority")) {
            desk.as("viewer")
                    .get(TICKETS + "?sort=" + sort + "&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("cursor"));
        }
    }

    @Test
    void a_cursor_shows_nothing_of_another_workspace() {
        IntStream.range(0, 3).forEach(i -> desk.open("{\"title\":\"" + i + "\"}"));
        String cursor = desk.as("viewer").get(TICKETS + "?limit=1").path("nextCursor");
        List<String> items = new Desk()
                .as("admin")
                .get(TICKETS + "?cursor=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertEquals(List.of(), items);
    }
}
