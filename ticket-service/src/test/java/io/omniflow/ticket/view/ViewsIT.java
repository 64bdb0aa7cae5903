package io.omniflow.ticket.view;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ViewsIT {
    private static final String VIEWS = "/api/v1/views";

    private final Desk desk = new Desk();

    private RequestSpecification someone(String subject, String role, UUID... teams) {
        return given().auth()
                .oauth2(Tokens.token(desk.workspace, subject, role, teams))
                .contentType("application/json");
    }

    private String make(RequestSpecification by, String body) {
        return by.body(body).post(VIEWS).then().statusCode(201).extract().path("id");
    }

    private List<String> names(RequestSpecification by) {
        return by.get(VIEWS).then().statusCode(200).extract().path("items.name");
    }

    @Test
    void a_change_to_a_field_that_is_not_defined_or_a_value_it_cannot_have_is_refused() {
        desk.field("known", "number");
        String view = VIEWS + "/" + make(desk.anna(), "{\"name\":\"x\",\"filter\":{\"cf.known\":\"7\"}}");
        for (String wrong : List.of("\"cf.nosuch\":\"1\"", "\"cf.known\":\"x\"")) {
            desk.anna()
                    .body("{\"filter\":{" + wrong + "}}")
                    .patch(view)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/filter/" + wrong.split("\"", -1)[1]));
        }
        desk.anna()
                .body("{\"filter\":{\"cf.known\":\"8\",\"cf.nosuch\":null}}")
                .patch(view)
                .then()
                .statusCode(200)
                .body("filter", equalTo(Map.of("cf.known", List.of("8"))));
    }

    @Test
    void a_view_is_made_read_changed_and_removed() {
        String location = desk.anna()
                .body(
                        "{\"name\":\" Mine \",\"filter\":{\"assignee\":\"me\",\"status\":[\"open\",\"waiting\"]},\"sort\":\"slaDue\","
                                + "\"columns\":[\"number\",\"title\"]}")
                .post(VIEWS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Mine"))
                .body("scope", equalTo("private"))
                .body("teamId", nullValue())
                .body("ownerSubject", equalTo("anna"))
                .body("filter.assignee", equalTo(List.of("me")))
                .body("filter.status", equalTo(List.of("open", "waiting")))
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf(VIEWS));
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"filter\":{\"status\":null,\"priority\":\"high\"},\"name\":\"Hot\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("filter", equalTo(Map.of("assignee", List.of("me"), "priority", List.of("high"))))
                .body("columns", equalTo(List.of("number", "title")));
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"x\"}")
                .patch(path)
                .then()
                .statusCode(412);
        desk.anna()
                .body("{\"name\":\"Hot\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        desk.anna().get(path).then().statusCode(200).header("ETag", "\"2\"").body("name", equalTo("Hot"));
        desk.anna().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        desk.anna().header("If-Match", "\"2\"").delete(path).then().statusCode(204);
        desk.anna().get(path).then().statusCode(404);
    }

    @Test
    void each_sees_what_is_meant_for_him() {
        UUID team = UUID.randomUUID();
        make(desk.anna(), "{\"name\":\"anna's\"}");
        String teams = make(desk.as("lead"), "{\"name\":\"team's\",\"scope\":\"team\",\"teamId\":\"" + team + "\"}");
        make(desk.as("lead"), "{\"name\":\"all's\",\"scope\":\"workspace\"}");
        assertEquals(List.of("anna's", "all's"), names(desk.anna()));
        assertEquals(List.of("team's", "all's"), names(someone("ben", "agent", team)));
        assertEquals(List.of("all's"), names(someone("ben", "viewer", UUID.randomUUID())));
        assertEquals(List.of("team's", "all's"), names(someone("cleo", "admin")));
        assertEquals(List.of(), names(new Desk().as("admin")));
        someone("ben", "agent").get(VIEWS + "/" + teams).then().statusCode(404);
        someone("ben", "agent", team).get(VIEWS + "/" + teams).then().statusCode(200);
    }

    @Test
    void a_private_view_of_somebody_else_is_not_there() {
        String path = VIEWS + "/" + make(desk.anna(), "{\"name\":\"anna's\"}");
        for (String role : List.of("agent", "lead", "admin")) {
            someone("ben", role).get(path).then().statusCode(404);
            someone("ben", role).get(path + "/tickets").then().statusCode(404);
            someone("ben", role).body("{\"name\":\"x\"}").patch(path).then().statusCode(404);
            someone("ben", role).delete(path).then().statusCode(404);
            assertEquals(
                    List.of(),
                    someone("ben", role)
                            .get(VIEWS + "/counts?ids=" + path.substring(VIEWS.length() + 1))
                            .path("items"));
        }
        desk.anna().get(path).then().statusCode(200);
    }

    @Test
    void shared_views_are_kept_by_leads() {
        for (String body : List.of(
                "{\"name\":\"x\",\"scope\":\"workspace\"}",
                "{\"name\":\"x\",\"scope\":\"team\",\"teamId\":\"" + UUID.randomUUID() + "\"}")) {
            desk.anna().body(body).post(VIEWS).then().statusCode(403);
        }
        String path = VIEWS + "/" + make(desk.as("lead"), "{\"name\":\"all's\",\"scope\":\"workspace\"}");
        someone("ben", "agent").body("{\"name\":\"x\"}").patch(path).then().statusCode(403);
        someone("ben", "agent").delete(path).then().statusCode(403);
        someone("cleo", "lead")
                .body("{\"scope\":\"private\"}")
                .patch(path)
                .then()
                .statusCode(422);
        someone("cleo", "lead")
                .body("{\"name\":\"everybody's\"}")
                .patch(path)
                .then()
                .statusCode(200);
        String own = VIEWS + "/" + make(someone("ben", "agent"), "{\"name\":\"ben's\"}");
        someone("ben", "agent")
                .body("{\"scope\":\"workspace\"}")
                .patch(own)
                .then()
                .statusCode(403);
        desk.as("viewer").body("{\"name\":\"x\"}").post(VIEWS).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"} | /name",
                "{\"name\":\"x\",\"scope\":\"team\"} | /teamId",
                "{\"name\":\"x\",\"teamId\":\"019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f\"} | /teamId",
                "{\"name\":\"x\",\"sort\":\"rank\"} | /sort",
                "{\"name\":\"x\",\"columns\":[\"\"]} | /columns",
                "{\"name\":\"x\",\"filter\":{\"status\":[\"opened\"]}} | /filter/status",
                "{\"name\":\"x\",\"filter\":{\"limit\":\"3\"}} | /filter/limit",
                "{\"name\":\"x\",\"filter\":{\"a/b\":\"3\"}} | /filter/a~1b",
                "{\"name\":\"x\",\"filter\":{\"q\":{\"a\":1}}} | /filter/q",
                "{\"name\":\"x\",\"filter\":{\"createdFrom\":\"yesterday\"}} | /filter/createdFrom",
                "{\"name\":\"x\",\"filter\":{\"cf.nosuch\":\"1\"}} | /filter/cf.nosuch"
            })
    void what_breaks_a_rule_is_pointed_at(String body, String pointer) {
        desk.as("lead").body(body).post(VIEWS).then().statusCode(422).body("errors.pointer", hasItem(pointer));
        String path = VIEWS + "/" + make(desk.as("lead"), "{\"name\":\"x\"}");
        desk.as("lead").body(body).patch(path).then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void the_tickets_of_a_view_are_narrowed_and_paged_like_any_list() {
        String me = desk.agent();
        String other = desk.agent();
        for (int i = 0; i < 6; i++) {
            desk.open("{\"title\":\"" + i + (i % 2 == 0 ? " even" : " odd") + "\",\"priority\":\""
                    + (i < 4 ? "high" : "low") + "\",\"assigneeId\":\"" + (i == 3 ? other : me) + "\"}");
        }
        String path = VIEWS + "/"
                + make(
                        desk.as("lead"),
                        "{\"name\":\"hot\",\"scope\":\"workspace\",\"filter\":{\"priority\":\"high\",\"assignee\":\"me\"},"
                                + "\"sort\":\"created\"}")
                + "/tickets";
        assertEquals(
                List.of("0 even", "1 odd", "2 even"),
                someone(me, "agent").get(path).path("items.title"));
        assertEquals(List.of(), desk.anna().get(path).path("items"));
        assertEquals(
                List.of("2 even", "0 even"),
                someone(me, "agent").get(path + "?q=even&sort=-created").path("items.title"));
        assertEquals(List.of(), someone(me, "agent").get(path + "?priority=low").path("items"));
        JsonPath first = someone(me, "agent").get(path + "?limit=2").jsonPath();
        assertEquals(List.of("0 even", "1 odd"), first.getList("items.title"));
        JsonPath second = someone(me, "agent")
                .get(path + "?limit=2&cursor=" + first.getString("nextCursor"))
                .jsonPath();
        assertEquals(List.of("2 even"), second.getList("items.title"));
        assertNull(second.getString("nextCursor"));
        someone(me, "agent").get(path + "?nosuch=1").then().statusCode(400);
    }

    @Test
    void words_of_a_view_and_of_its_reader_must_both_be_there() {
        desk.open("{\"title\":\"red car\"}");
        desk.open("{\"title\":\"red bike\"}");
        desk.open("{\"title\":\"blue car\"}");
        String path = VIEWS + "/" + make(desk.anna(), "{\"name\":\"red\",\"filter\":{\"q\":\"red\"}}") + "/tickets";
        assertEquals(List.of("red car"), desk.anna().get(path + "?q=car").path("items.title"));
        assertEquals(2, desk.anna().get(path).<List<?>>path("items").size());
    }

    @Test
    void counts_come_for_several_views_at_once() throws SQLException {
        desk.open("{\"title\":\"needle\",\"tags\":[\"x\"]}");
        desk.open("{\"title\":\"straw\",\"tags\":[\"x\"]}");
        String tagged = make(desk.anna(), "{\"name\":\"a\",\"filter\":{\"tag\":\"x\"}}");
        String found = make(desk.anna(), "{\"name\":\"b\",\"filter\":{\"q\":\"needl\"}}");
        String nothing = make(desk.anna(), "{\"name\":\"c\",\"filter\":{\"status\":\"closed\"}}");
        String all = make(desk.anna(), "{\"name\":\"d\"}");
        String unknown = UUID.randomUUID().toString();
        JsonPath counts = desk.anna()
                .get(VIEWS + "/counts?ids=" + String.join(",", found, unknown, tagged, nothing, all))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(List.of(found, tagged, nothing, all), counts.getList("items.id"));
        assertEquals(List.of(1, 2, 0, 2), counts.getList("items.count"));
        many(10_000);
        JsonPath more =
                desk.anna().get(VIEWS + "/counts?ids=" + all + "," + tagged).jsonPath();
        assertEquals(List.of(10_000, 2), more.getList("items.count"));
        assertEquals(List.of("10000+", "2"), more.getList("items.shown"));
        desk.anna().get(VIEWS + "/counts?ids=x").then().statusCode(400);
        assertEquals(
                List.of(tagged, found, nothing, all),
                desk.anna().get(VIEWS + "/counts").path("items.id"));
    }

    private void many(int count) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement insert = database.prepareStatement("""
                        insert into ticket (workspace_id, id, number, title, status, priority, tags, contact_ids,
                          conversation_ids, custom_fields, source, version, created_at, updated_at)
                        select ?, gen_random_uuid(), 1000000 + n, 'x', 'open', 1, '{}', '{}', '{}', '{}', 'api', 1, now(), now()
                        from generate_series(1, ?) as n
                        """)) {
            insert.setObject(1, desk.workspace);
            insert.setInt(2, count);
            insert.executeUpdate();
        }
    }

    @Test
    void changes_of_a_view_are_told_with_before_and_after() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            String id = make(desk.anna(), "{\"name\":\"one\",\"filter\":{\"status\":\"open\"}}");
            desk.anna()
                    .body("{\"name\":\"two\"}")
                    .patch(VIEWS + "/" + id)
                    .then()
                    .statusCode(200);
            desk.anna().delete(VIEWS + "/" + id).then().statusCode(204);
            SeenEvent last =
                    watch.await(event -> isAbout(event, id) && setting(event).after() == null);
            assertEquals(desk.workspace.toString(), last.header("ce_subject"));
            assertEquals("agent:anna", last.header("ce_actor"));
            assertEquals("two", side(setting(last).before()).get("name"));
            SeenEvent middle = watch.await(event -> isAbout(event, id)
                    && setting(event).before() != null
                    && setting(event).after() != null);
            assertEquals("one", side(setting(middle).before()).get("name"));
            assertEquals("two", side(setting(middle).after()).get("name"));
            SeenEvent first =
                    watch.await(event -> isAbout(event, id) && setting(event).before() == null);
            assertEquals(
                    Map.of("status", List.of("open")),
                    side(setting(first).after()).get("filter"));
            assertEquals("view", setting(first).kind());
        }
    }

    private static Map<String, Object> side(@Nullable Map<String, Object> told) {
        return Objects.requireNonNull(told);
    }

    private static boolean isAbout(SeenEvent event, String id) {
        return event.data() instanceof WorkspaceEvent.SettingChanged changed
                && changed.settingId().equals(id);
    }

    private static WorkspaceEvent.SettingChanged setting(SeenEvent event) {
        return (WorkspaceEvent.SettingChanged) event.data();
    }

    @Test
    void views_come_in_pages() {
        for (int i = 0; i < 3; i++) {
            make(desk.anna(), "{\"name\":\"" + i + "\"}");
        }
        JsonPath first = desk.anna()
                .get(VIEWS + "?limit=2")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .jsonPath();
        assertEquals(List.of("0", "1"), first.getList("items.name"));
        assertEquals(
                List.of("2"),
                desk.anna()
                        .get(VIEWS + "?limit=2&cursor=" + first.getString("nextCursor"))
                        .path("items.name"));
    }
}
