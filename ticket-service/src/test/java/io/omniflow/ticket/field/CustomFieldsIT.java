package io.omniflow.ticket.field;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CustomFieldsIT {
    private static final String FIELDS = "/api/v1/custom-fields";

    private final Desk desk = new Desk();

    private ValidatableResponse define(String body) {
        return desk.as(Roles.LEAD).body(body).post(FIELDS).then();
    }

    private ValidatableResponse patch(String key, String body) {
        return desk.as(Roles.LEAD).body(body).patch(FIELDS + "/" + key).then();
    }

    private ValidatableResponse opening(String customFields) {
        return desk.anna()
                .body("{\"title\":\"x\",\"customFields\":" + customFields + "}")
                .post(TICKETS)
                .then();
    }

    @Test
    void a_definition_is_kept_as_it_is_given() {
        Response added = desk.as(Roles.LEAD).body("""
                {"key": "region", "label": " Region ", "type": "single_select", "options": ["emea", "apac"],
                 "required": true, "default": "emea"}""").post(FIELDS);
        added.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith(FIELDS + "/region"))
                .body("label", equalTo("Region"))
                .body("options", equalTo(List.of("emea", "apac")))
                .body("default", equalTo("emea"))
                .body("regex", nullValue())
                .body("archived", equalTo(false));
        assertEquals(
                added.asString(), desk.as(Roles.VIEWER).get(FIELDS + "/region").asString());
        desk.field("alpha", "multi_select", "one", "two");
        desk.as(Roles.VIEWER).get(FIELDS).then().body("items.key", equalTo(List.of("alpha", "region")));
        new Desk().as(Roles.VIEWER).get(FIELDS + "/region").then().statusCode(404);
        desk.anna().body("{}").post(FIELDS).then().statusCode(403);
        define("{\"key\":\"region\",\"label\":\"x\",\"type\":\"single_select\",\"options\":[\"a\"]}")
                .statusCode(409)
                .body("type", endsWith("/field-exists"));
    }

    static Stream<Arguments> unsound() {
        return Stream.of(
                arguments("{\"key\":\"f\",\"label\":\"x\"}", "/type"),
                arguments("{\"key\":\"Bad Key\",\"label\":\"x\",\"type\":\"text\"}", "/key"),
                arguments("{\"key\":\"f\",\"type\":\"text\"}", "/label"),
                arguments("{\"key\":\"f\",\"label\":\"x\",\"type\":\"text\",\"options\":[\"a\"]}", "/options"),
                arguments("{\"key\":\"f\",\"label\":\"x\",\"type\":\"single_select\"}", "/options"),
                arguments(
                        "{\"key\":\"f\",\"label\":\"x\",\"type\":\"single_select\",\"options\":[\"a\",\"a\"]}",
                        "/options"),
                arguments("{\"key\":\"f\",\"label\":\"x\",\"type\":\"number\",\"regex\":\"a\"}", "/regex"),
                arguments("{\"key\":\"f\",\"label\":\"x\",\"type\":\"text\",\"regex\":\"(\"}", "/regex"),
                arguments("{\"key\":\"f\",\"label\":\"x\",\"type\":\"text\",\"regex\":\"(a)\\\\1\"}", "/regex"),
                arguments(
                        "{\"key\":\"f\",\"label\":\"x\",\"type\":\"text\",\"regex\":\"((a{1000}){1000}){1000}\"}",
                        "/regex"),
                arguments("{\"key\":\"f\",\"label\":\"x\",\"type\":\"number\",\"default\":\"many\"}", "/default"),
                arguments(
                        "{\"key\":\"f\",\"label\":\"x\",\"type\":\"text\",\"regex\":\"[0-9]+\",\"default\":\"x\"}",
                        "/default"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unsound")
    void an_unsound_definition_is_refused(String body, String pointer) {
        define(body).statusCode(422).body("errors.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void a_value_of_the_wrong_type_is_named() {
        desk.field("orders", "number");
        define("{\"key\":\"vendor\",\"label\":\"x\",\"type\":\"text\",\"regex\":\"V-[0-9]+\"}")
                .statusCode(201);
        opening("{\"orders\":\"21\",\"vendor\":\"x\",\"unknown\":1}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(List.of("/customFields/orders", "/customFields/unknown", "/customFields/vendor")));
        String ticket = opening("{\"orders\":21,\"vendor\":\"V-1\"}")
                .statusCode(201)
                .extract()
                .path("id");
        desk.anna()
                .body("{\"title\":\"y\",\"customFields\":{\"vendor\":\"V-x\"}}")
                .patch(TICKETS + "/" + ticket)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/customFields/vendor")));
        assertEquals("x", desk.ticket(ticket).getString("title"));
        desk.change(ticket, "{\"customFields\":{\"vendor\":\"V-2\",\"orders\":null}}");
        assertEquals(Map.of("vendor", "V-2"), desk.ticket(ticket).getMap("customFields"));
    }

    @Test
    void what_is_required_must_be_given_and_a_default_is_filled_in() {
        define("{\"key\":\"vendor\",\"label\":\"x\",\"type\":\"text\",\"required\":true}")
                .statusCode(201);
        define("{\"key\":\"tier\",\"label\":\"x\",\"type\":\"number\",\"required\":true,\"default\":2.5}")
                .statusCode(201);
        define(
                        "{\"key\":\"regions\",\"label\":\"x\",\"type\":\"multi_select\",\"options\":[\"a\",\"b\"],\"default\":[\"b\"]}")
                .statusCode(201);
        opening("{}").statusCode(422).body("errors.pointer", equalTo(List.of("/customFields/vendor")));
        String ticket = opening("{\"vendor\":\"V-1\"}")
                .statusCode(201)
                .body("customFields", equalTo(Map.of("vendor", "V-1", "tier", 2.5f, "regions", List.of("b"))))
                .extract()
                .path("id");
        desk.anna()
                .body("{\"customFields\":{\"vendor\":null}}")
                .patch(TICKETS + "/" + ticket)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/customFields/vendor")));
    }

    @Test
    void an_archived_field_takes_no_values_and_stays_readable() {
        desk.field("vendor", "text");
        String ticket =
                opening("{\"vendor\":\"V-1\"}").statusCode(201).extract().path("id");
        desk.as(Roles.LEAD).delete(FIELDS + "/vendor").then().statusCode(204);
        desk.as(Roles.LEAD).delete(FIELDS + "/vendor").then().statusCode(204);
        desk.as(Roles.VIEWER)
                .get(FIELDS + "/vendor")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("archived", equalTo(true));
        assertEquals("V-1", desk.ticket(ticket).getString("customFields.vendor"));
        desk.as(Roles.VIEWER).get(TICKETS + "?cf.vendor=V-1").then().body("items.id", equalTo(List.of(ticket)));
        opening("{\"vendor\":\"V-2\"}")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/customFields/vendor")));
        patch("vendor", "{\"label\":\"x\"}").statusCode(409).body("type", endsWith("/field-archived"));
    }

    @Test
    void a_key_never_changes_its_type() {
        desk.field("region", "single_select", "emea");
        desk.as(Roles.LEAD).delete(FIELDS + "/region").then().statusCode(204);
        define("{\"key\":\"region\",\"label\":\"x\",\"type\":\"text\"}")
                .statusCode(409)
                .body("type", endsWith("/field-type-fixed"));
        define("{\"key\":\"region\",\"label\":\"Again\",\"type\":\"single_select\",\"options\":[\"apac\"]}")
                .statusCode(201)
                .header("ETag", "\"3\"")
                .body("archived", equalTo(false))
                .body("label", equalTo("Again"))
                .body("options", equalTo(List.of("emea", "apac")));
        opening("{\"region\":\"emea\"}").statusCode(201);
        patch("region", "{\"type\":\"text\"}").statusCode(400).body("errors.pointer", equalTo(List.of("/type")));
    }

    @Test
    void options_are_only_added_and_a_change_holds_at_once() {
        desk.field("region", "single_select", "emea", "apac");
        opening("{\"region\":\"amer\"}").statusCode(422);
        patch("region", "{\"options\":[\"emea\"]}")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/options")));
        patch("region", "{\"options\":[\"emea\",\"apac\",\"amer\"],\"default\":\"amer\"}")
                .statusCode(200)
                .header("ETag", "\"2\"");
        opening("{}").statusCode(201).body("customFields.region", equalTo("amer"));
        patch("region", "{\"required\":true,\"default\":null}").statusCode(200);
        opening("{}").statusCode(422);
        desk.as(Roles.LEAD)
                .header("If-Match", "\"1\"")
                .body("{\"label\":\"x\"}")
                .patch(FIELDS + "/region")
                .then()
                .statusCode(412);
    }

    @Test
    void changes_of_definitions_are_told() {
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            desk.field("vendor", "text");
            patch("vendor", "{\"label\":\"Vendor\"}").statusCode(200);
            patch("vendor", "{\"label\":\"Vendor\"}").statusCode(200).header("ETag", "\"2\"");
            desk.as(Roles.LEAD).delete(FIELDS + "/vendor").then().statusCode(204);
            List<WorkspaceEvent.SettingChanged> told = watch
                    .await(
                            3,
                            event -> event.data() instanceof WorkspaceEvent.SettingChanged changed
                                    && changed.kind().equals("custom_field")
                                    && event.header("ce_subject").equals(desk.workspace.toString()))
                    .stream()
                    .map(SeenEvent::data)
                    .map(WorkspaceEvent.SettingChanged.class::cast)
                    .toList();
            assertEquals(null, told.getFirst().before());
            assertEquals(told.getFirst().after(), told.get(1).before());
            assertEquals(told.get(1).after(), told.getLast().before());
            assertEquals("vendor", told.getLast().settingId());
            Map<String, Object> last =
                    told.getLast().after() == null ? Map.of() : told.getLast().after();
            assertEquals("Vendor", last.get("label"));
            assertEquals(true, last.get("archived"));
        }
    }

    @Test
    void lists_are_sorted_by_values_and_what_has_none_stands_last() {
        desk.field("weight", "number");
        desk.field("region", "text");
        desk.field("vip", "boolean");
        String[] weights = {"10", "9.5", "-3", "1e2", "null", "null"};
        String[] regions = {"\"south\"", "\"North\"", "null", "\"north\"", "\"\u00e9st\"", "null"};
        for (int i = 0; i < weights.length; i++) {
            desk.open("{\"title\":\"" + i + "\",\"customFields\":{\"weight\":" + weights[i] + ",\"region\":"
                    + regions[i] + ",\"vip\":" + (i % 2 == 0) + "}}");
        }
        assertEquals(List.of("2", "1", "0", "3", "4", "5"), paged("sort=cf.weight"));
        assertEquals(List.of("3", "0", "1", "2", "5", "4"), paged("sort=-cf.weight"));
        assertEquals(List.of("1", "3", "0", "4", "2", "5"), paged("sort=cf.region"));
        assertEquals(List.of("1", "3", "5", "0", "2", "4"), paged("sort=cf.vip"));
        assertEquals(List.of("1", "0"), paged("sort=cf.weight&q=1+or+0"));
    }

    @Test
    void a_changed_value_moves_its_ticket() {
        desk.field("weight", "number");
        String light = desk.open("{\"title\":\"light\",\"customFields\":{\"weight\":1}}");
        desk.open("{\"title\":\"heavy\",\"customFields\":{\"weight\":2}}");
        desk.change(light, "{\"customFields\":{\"weight\":3}}");
        assertEquals(List.of("heavy", "light"), paged("sort=cf.weight"));
        desk.change(light, "{\"customFields\":{\"weight\":null}}");
        assertEquals(List.of("heavy", "light"), paged("sort=-cf.weight"));
        assertEquals(1, desk.rows("ticket_field"));
    }

    @Test
    void what_has_no_order_is_refused_as_a_sort() {
        desk.field("colours", "multi_select", "red", "blue");
        desk.field("weight", "number");
        for (String sort : List.of("cf.unknown", "cf.colours", "cf.", "cf.We%20ight", "cf")) {
            desk.as("viewer")
                    .urlEncodingEnabled(false)
                    .get(TICKETS + "?sort=" + sort)
                    .then()
                    .statusCode(400);
        }
        desk.open("{\"title\":\"a\",\"customFields\":{\"weight\":1}}");
        desk.open("{\"title\":\"b\",\"customFields\":{\"weight\":2}}");
        String cursor =
                desk.as("viewer").get(TICKETS + "?sort=cf.weight&limit=1").path("nextCursor");
        desk.as("viewer")
                .get(TICKETS + "?sort=-cf.weight&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void a_number_beyond_measure_is_no_value() {
        desk.field("weight", "number");
        for (String number : List.of("1e400", "1e19", "1e-40", "1234567890123456789012")) {
            desk.anna()
                    .body("{\"title\":\"x\",\"customFields\":{\"weight\":" + number + "}}")
                    .post(TICKETS)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/customFields/weight"));
        }
    }

    /** The titles of a list read two by two. */
    private List<String> paged(String query) {
        List<String> titles = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = desk.as("viewer")
                    .urlEncodingEnabled(false)
                    .get(TICKETS + "?limit=2&" + query + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            titles.addAll(page.getList("items.title"));
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        return titles;
    }
}
