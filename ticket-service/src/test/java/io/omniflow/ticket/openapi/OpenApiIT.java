package io.omniflow.ticket.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class OpenApiIT {
    private static final String DOCUMENT = "/api/v1/openapi";
    private static final String PAGE = DOCUMENT + "/ui";
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void the_document_has_every_path_of_the_four_services() throws IOException {
        Set<String> paths = new TreeSet<>();
        for (String service : List.of("ticket", "sla", "merge", "integration")) {
            JsonNode own = new ObjectMapper()
                    .readTree(Files.readString(Path.of("..", service + "-service", "src/main/openapi/openapi.json")));
            assertFalse(own.path("paths").isEmpty());
            own.path("paths").fieldNames().forEachRemaining(paths::add);
        }
        Set<String> merged = new TreeSet<>();
        json().path("paths").fieldNames().forEachRemaining(merged::add);
        assertEquals(paths, merged);
        assertTrue(merged.contains(DOCUMENT));
    }

    @Test
    void whatever_the_document_refers_to_is_in_it() throws IOException {
        JsonNode document = json();
        List<String> references = document.findValuesAsText("$ref");
        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void no_operation_bears_the_name_of_another() throws IOException {
        List<String> names = json().findValuesAsText("operationId");
        assertFalse(names.isEmpty());
        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
    }

    @Test
    void the_document_is_also_there_as_yaml() throws IOException {
        Response answer = given().accept("application/yaml").get(DOCUMENT);
        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"))
                .header("Vary", equalTo("Accept"))
                .body(startsWith("openapi: "));
        assertEquals(json(), new YAMLMapper().readTree(answer.asString()));
        given().accept("text/csv").get(DOCUMENT).then().statusCode(406);
    }

    @Test
    void the_page_loads_only_what_its_policy_lets_it() {
        Response page = given().get(PAGE);
        page.then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("default-src 'none';"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        String html = page.asString();
        assertFalse(
                Pattern.compile("<script(?![^>]*\\ssrc=)|\\son\\w+=|javascript:")
                        .matcher(html)
                        .find(),
                html);
        List<String> loaded =
                LOADED.matcher(html).results().map(match -> match.group(1)).toList();
        assertEquals(4, loaded.size(), html);
        for (String part : loaded) {
            assertTrue(part.startsWith(PAGE + "/"), part);
            String type = part.endsWith(".js") ? "text/javascript" : part.endsWith(".css") ? "text/css" : "image/png";
            given().get(part).then().statusCode(200).contentType(startsWith(type));
        }
    }

    @Test
    void the_page_reads_the_document_of_its_own_origin() {
        given().get(PAGE + "/start.js").then().statusCode(200).body(containsString("url: '" + DOCUMENT + "'"));
    }

    @Test
    void nothing_else_of_the_page_s_library_is_served() {
        given().get(PAGE + "/oauth2-redirect.html").then().statusCode(404).contentType("application/problem+json");
        given().get("/webjars/swagger-ui/index.html").then().statusCode(404);
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper()
                .readTree(given().get(DOCUMENT)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("application/json"))
                        .extract()
                        .asString());
    }
}
