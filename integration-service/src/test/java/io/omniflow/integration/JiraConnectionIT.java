package io.omniflow.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.jira.fake.Fault;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to Jira: what they need, and what trying one says. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraConnectionIT {
    private Desk desk;

    @BeforeEach
    void open() {
        TestJira.FAKE.calm();
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "jira_cloud,       baseUrl,               /baseUrl",
        "jira_cloud,       credentials.email,     /credentials/email",
        "jira_cloud,       credentials.apiToken,  /credentials/apiToken",
        "jira_cloud,       settings.projectKey,   /settings/projectKey",
        "jira_cloud,       settings.issueType,    /settings/issueType",
        "jira_data_center, baseUrl,               /baseUrl",
        "jira_data_center, credentials.token,     /credentials/token",
        "jira_data_center, settings.projectKey,   /settings/projectKey",
        "jira_data_center, settings.issueType,    /settings/issueType"
    })
    void what_a_connection_needs_is_asked_for_where_it_is_missing(String system, String missing, String pointer) {
        desk.as("admin")
                .body(without(TestJira.connection(system), missing))
                .post(Desk.CONNECTIONS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"jira_cloud, /credentials/token, token", "jira_data_center, /credentials/email, email"})
    void the_credentials_of_the_other_kind_are_refused(String system, String pointer, String name) {
        Map<String, Object> body = TestJira.connection(system);
        body.put("credentials", Map.of(name, "x"));

        desk.as("admin")
                .body(body)
                .post(Desk.CONNECTIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_connection_shows_nothing_of_its_secrets(String system) {
        Response made = desk.as("admin").body(TestJira.connection(system)).post(Desk.CONNECTIONS);

        made.then().statusCode(201).body("system", equalTo(system));
        assertTrue(made.asString().contains("\"set\""), made.asString());
        assertFalse(
                made.asString().contains(JiraFake.API_TOKEN) || made.asString().contains(JiraFake.ACCESS_TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_test_says_that_it_works(String system) {
        test(TestJira.connection(system))
                .body("state", equalTo("works"))
                .body(
                        "message",
                        equalTo("Connected to Jira as Desk Robot; issues go to project Engineering (ENG) as Bug."));
    }

    @Test
    void a_test_says_which_credentials_are_wrong() {
        Map<String, Object> cloud = TestJira.connection("jira_cloud");
        cloud.put("credentials", Map.of("email", JiraFake.EMAIL, "apiToken", "wrong"));
        Map<String, Object> dataCenter = TestJira.connection("jira_data_center");
        dataCenter.put("credentials", Map.of("token", "wrong"));

        broken(cloud, "Jira does not accept the e-mail address with this API token");
        broken(dataCenter, "Jira does not accept the access token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_test_says_what_is_missing_in_jira(String system) {
        Map<String, Object> project = TestJira.connection(system);
        project.put("settings", Map.of("projectKey", "NOPE", "issueType", "Bug"));
        Map<String, Object> type = TestJira.connection(system);
        type.put("settings", Map.of("projectKey", "ENG", "issueType", "Incident"));
        Map<String, Object> nobody = TestJira.connection(system);
        nobody.put("baseUrl", "http://127.0.0.1:1");
        Map<String, Object> noJira = TestJira.connection(system);
        noJira.put("baseUrl", TestJira.FAKE.url() + "/elsewhere");

        broken(project, "Desk Robot but shows no project NOPE");
        broken(type, "no issue type Incident that Desk Robot may make; there are: Bug");
        broken(nobody, "could not be reached");
        broken(noJira, "There is no Jira at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_test_says_what_is_not_allowed(String system) {
        TestJira.FAKE.fail("GET issue createmeta issuetypes", Fault.forbidden("You cannot create issues here"));

        broken(TestJira.connection(system), "sees the project ENG but may not create issues in it");
    }

    @Test
    void trying_a_connection_changes_nothing_in_jira() {
        TestJira.FAKE.calm();
        test(TestJira.connection("jira_cloud"));

        assertEquals(
                0,
                TestJira.FAKE.calls().stream()
                        .filter(call -> !call.method().equals("GET"))
                        .count());
    }

    private void broken(Map<String, Object> body, String said) {
        test(body).body("state", equalTo("broken")).body("message", containsString(said));
    }

    private ValidatableResponse test(Map<String, Object> body) {
        return desk.as("admin")
                .post(Desk.CONNECTIONS + "/" + desk.connect(body) + "/test")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> without(Map<String, Object> body, String missing) {
        String[] parts = missing.split("\\.");
        if (parts.length == 1) {
            body.remove(missing);
        } else {
            Map<Object, Object> inner = new HashMap<>((Map<?, ?>) body.get(parts[0]));
            inner.remove(parts[1]);
            body.put(parts[0], inner);
        }
        return body;
    }
}
