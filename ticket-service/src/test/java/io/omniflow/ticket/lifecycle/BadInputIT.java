package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a problem in the 400s, and every table as it was. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class BadInputIT {
    private static final List<String> TABLES =
            List.of("ticket", "timeline", "note", "conversation_link", "import_job", "import_line", "idempotency_key");

    private final Desk desk = new Desk();
    private String ticket = "";
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void one_ticket() {
        ticket = desk.open("{\"title\":\"x\",\"description\":\"d\",\"tags\":[\"a\"]}");
        before = rows();
    }

    @AfterEach
    void nothing_is_written() {
        assertEquals(before, rows());
        assertEquals(1, desk.ticket(ticket).getInt("version"));
    }

    private Map<String, Long> rows() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, desk::rows));
    }

    private static ValidatableResponse problem(Response answer, int status) {
        return answer.then().statusCode(status).contentType(startsWith("application/problem+json"));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("", ""),
                arguments("null", ""),
                arguments("[]", ""),
                arguments("\"text\"", ""),
                arguments("{", ""),
                arguments("{\"title\":\"x\"} trailing", ""),
                arguments("{\"title\":\"x\"}{}", ""),
                arguments("{\"title\":\"x\",\"title\":\"y\"}", ""),
                arguments("{'title':'x'}", ""),
                arguments("{\"title\":\"x\",\"colour\":1}", "/colour"),
                arguments("{\"title\":\"x\",\"version\":7}", "/version"),
                arguments("{\"title\":\"x\",\"number\":7}", "/number"),
                arguments("{\"title\":\"x\",\"mergedInto\":null}", "/mergedInto"),
                arguments("{\"title\":1}", "/title"),
                arguments("{\"title\":true}", "/title"),
                arguments("{\"title\":[\"x\"]}", "/title"),
                arguments("{\"title\":{}}", "/title"),
                arguments("{\"title\":\"a\\u0000b\"}", ""),
                arguments("{\"title\":\"\\ud83d\"}", ""),
                arguments("{\"title\":\"x\",\"status\":\"OPEN\"}", "/status"),
                arguments("{\"title\":\"x\",\"status\":0}", "/status"),
                arguments("{\"title\":\"x\",\"priority\":\"extreme\"}", "/priority"),
                arguments("{\"title\":\"x\",\"assigneeId\":\"anna\"}", "/assigneeId"),
                arguments("{\"title\":\"x\",\"assigneeId\":\"1-1-1-1-1\"}", "/assigneeId"),
                arguments("{\"title\":\"x\",\"teamId\":\"\"}", "/teamId"),
                arguments("{\"title\":\"x\",\"tags\":\"a\"}", "/tags"),
                arguments("{\"title\":\"x\",\"tags\":[1]}", "/tags/0"),
                arguments("{\"title\":\"x\",\"contactIds\":[\"x\"]}", "/contactIds/0"),
                arguments("{\"title\":\"x\",\"conversationIds\":{}}", "/conversationIds"),
                arguments("{\"title\":\"x\",\"customFields\":[]}", "/customFields"),
                arguments("{\"title\":\"x\",\"customFields\":{\"n\":NaN}}", "/customFields"),
                arguments("{\"title\":\"x\",\"customFields\":{\"n\":1e999999999}}", "/customFields"),
                arguments("{\"title\":" + "[".repeat(500) + "]".repeat(500) + "}", "/title"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unreadable")
    void what_cannot_be_read_opens_nothing(String body, String pointer) {
        problem(desk.anna().body(body).post(TICKETS), 400).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unreadable")
    void what_cannot_be_read_changes_nothing(String body, String pointer) {
        problem(desk.anna().header("If-Match", "\"1\"").body(body).patch(TICKETS + "/" + ticket), 400)
                .body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> againstARule() {
        String ids = IntStream.range(0, 201)
                .mapToObj(i -> "\"" + new UUID(1, i) + "\"")
                .collect(Collectors.joining(","));
        String tags = IntStream.range(0, 51).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
        String fields =
                IntStream.range(0, 101).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
        return Stream.of(
                arguments("\"title\":\" \"", "/title"),
                arguments("\"title\":\"" + "x".repeat(301) + "\"", "/title"),
                arguments("\"title\":\"x\",\"description\":\"" + "ä".repeat(32_769) + "\"", "/description"),
                arguments("\"title\":\"x\",\"description\":\"" + "\\u0001".repeat(11_000) + "\"", "/description"),
                arguments("\"title\":\"x\",\"tags\":[\"a\",\" \"]", "/tags/1"),
                arguments("\"title\":\"x\",\"tags\":[\"" + "x".repeat(65) + "\"]", "/tags/0"),
                arguments("\"title\":\"x\",\"tags\":[" + tags + "]", "/tags"),
                arguments("\"title\":\"x\",\"contactIds\":[" + ids + "]", "/contactIds"),
                arguments("\"title\":\"x\",\"conversationIds\":[" + ids + "]", "/conversationIds"),
                arguments("\"title\":\"x\",\"customFields\":{\"Bad Key\":1}", "/customFields"),
                arguments("\"title\":\"x\",\"customFields\":{\"deep\":{\"a\":1}}", "/customFields/deep"),
                arguments("\"title\":\"x\",\"customFields\":{\"list\":[1]}", "/customFields/list"),
                arguments("\"title\":\"x\",\"customFields\":{\"t\":\"" + "x".repeat(1_001) + "\"}", "/customFields/t"),
                arguments("\"title\":\"x\",\"customFields\":{" + fields + "}", "/customFields"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("againstARule")
    void what_breaks_a_rule_is_named(String fields, String pointer) {
        String body = "{" + fields + "}";
        problem(desk.anna().body(body).post(TICKETS), 422).body("errors.pointer", hasItem(pointer));
        problem(desk.anna().header("If-Match", "\"1\"").body(body).patch(TICKETS + "/" + ticket), 422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void nothing_in_a_list_is_null() {
        String body = "{\"title\":\"x\",\"tags\":[null]}";
        problem(desk.anna().body(body).post(TICKETS), 400).body("errors.pointer", hasItem("/tags/0"));
        problem(desk.anna().body(body).patch(TICKETS + "/" + ticket), 400)
                .body("errors.pointer", hasItem(startsWith("/tags")));
    }

    @Test
    void a_ticket_without_title_or_with_a_source_of_its_own_choice_is_invalid() {
        problem(desk.anna().body("{}").post(TICKETS), 422).body("errors.pointer", hasItem("/title"));
        problem(desk.anna().body("{\"title\":\"x\",\"source\":\"import\"}").post(TICKETS), 422)
                .body("errors.pointer", hasItem("/source"));
        problem(desk.anna().body("{\"source\":\"manual\"}").patch(TICKETS + "/" + ticket), 400)
                .body("errors.pointer", hasItem("/source"));
    }

    @Test
    void what_would_not_fit_into_an_event_is_refused() {
        String fields = IntStream.range(0, 100)
                .mapToObj(i -> "\"f" + i + "\":[\"" + "x".repeat(1_000) + "\",\"" + "y".repeat(1_000) + "\",\""
                        + "z".repeat(1_000) + "\"]")
                .collect(Collectors.joining(","));
        problem(
                desk.anna()
                        .body("{\"title\":\"x\",\"customFields\":{" + fields + "}}")
                        .post(TICKETS),
                422);
        problem(desk.anna().body("{\"customFields\":{" + fields + "}}").patch(TICKETS + "/" + ticket), 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=OPEN",
                "status=open,",
                "priority=extreme",
                "assignee=anna",
                "team=1-1-1-1-1",
                "contact=x",
                "conversation=%27%20or%201=1",
                "source=fax",
                "createdFrom=yesterday",
                "createdTo=2026-11-24",
                "updatedFrom=%2B999999999-01-01T00:00:00Z",
                "updatedTo=-9999-01-01T00:00:00Z",
                "sla=fine",
                "sort=title",
                "sort=--created",
                "limit=ten",
                "limit=1.5",
                "cursor=%21",
                "cursor=AA",
                "colour=red",
                "offset=10"
            })
    void a_query_that_means_nothing_is_refused(String query) {
        problem(desk.anna().urlEncodingEnabled(false).get(TICKETS + "?" + query), 400)
                .body("errors.pointer", hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=201"})
    void a_limit_out_of_bounds_is_invalid(String query) {
        for (String list : List.of("", "/" + ticket + "/notes", "/" + ticket + "/timeline")) {
            problem(desk.anna().get(TICKETS + list + "?" + query), 422).body("errors.pointer", hasItem("limit"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATED DESCENDING\u001fyesterday\u001f00000000-0000-0000-0000-000000000000",
                "UPDATED DESCENDING\u001f+1000000000-12-31T23:59:59Z\u001f00000000-0000-0000-0000-000000000000",
                "UPDATED DESCENDING\u001f2026-01-01T00:00:00Z\u001fnobody",
                "UPDATED DESCENDING\u001f2026-01-01T00:00:00Z"
            })
    void a_forged_cursor_is_refused(String text) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        problem(desk.anna().queryParam("cursor", cursor).get(TICKETS), 400).body("errors.pointer", hasItem("cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "00",
                "1e3",
                "99999999999999999999",
                "null",
                "%27%20or%201=1",
                "..%2f..%2fetc",
                "1-1-1-1-1"
            })
    void a_path_that_names_no_ticket_is_not_found(String name) {
        problem(desk.anna().urlEncodingEnabled(false).get(TICKETS + "/" + name), 404);
        problem(desk.anna().urlEncodingEnabled(false).body("{}").patch(TICKETS + "/" + name), 404);
        problem(desk.anna().urlEncodingEnabled(false).get(TICKETS + "/" + name + "/timeline"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"x\"", "\"1\", \"2\"", "W/\"1\"", "\"99999999999999999999\"", "\"-1\""})
    void an_if_match_that_is_no_version_is_malformed(String tag) {
        problem(desk.anna().header("If-Match", tag).body("{\"title\":\"y\"}").patch(TICKETS + "/" + ticket), 400)
                .body("errors.pointer", hasItem("If-Match"));
        problem(desk.anna().header("If-Match", tag).put(TICKETS + "/" + ticket + "/tags/z"), 400);
    }

    @Test
    void an_idempotency_key_must_be_short_and_visible() {
        for (String key : List.of("x".repeat(201), "a b", "\u00e4")) {
            problem(
                    desk.anna()
                            .header("Idempotency-Key", key)
                            .body("{\"title\":\"x\"}")
                            .post(TICKETS),
                    400);
        }
    }

    @Test
    void parts_that_are_no_parts_are_refused() {
        problem(desk.anna().put(TICKETS + "/" + ticket + "/tags/" + "x".repeat(65)), 422);
        problem(desk.anna().urlEncodingEnabled(false).put(TICKETS + "/" + ticket + "/tags/%20"), 422);
        problem(desk.anna().urlEncodingEnabled(false).put(TICKETS + "/" + ticket + "/tags/a%00b"), 400);
        problem(desk.anna().put(TICKETS + "/" + ticket + "/contacts/anna"), 404);
        problem(desk.anna().put(TICKETS + "/" + ticket + "/conversations/1-1-1-1-1"), 404);
        problem(desk.anna().delete(TICKETS + "/" + ticket + "/notes/7"), 404);
    }

    @Test
    void bodies_that_are_too_large_or_of_another_kind_are_refused() {
        problem(desk.anna().body(new byte[5_000_000]).post(TICKETS), 413);
        problem(desk.anna().contentType("text/xml").body("<title/>").post(TICKETS), 415);
        problem(desk.anna().accept("text/html").body("{\"title\":\"x\"}").post(TICKETS), 406);
        problem(
                desk.anna()
                        .body("{\"title\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .post(TICKETS),
                400);
        problem(desk.anna().delete(TICKETS + "/" + ticket), 405);
        problem(desk.as("lead").contentType("text/plain").body("x").post("/api/v1/imports"), 415);
    }
}
