package io.omniflow.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem in the 400s and nothing is written. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class BadInputIT {
    private static final String THINGS = "/api/v1/things";

    private final UUID workspace = UUID.randomUUID();

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("", ""),
                arguments("null", ""),
                arguments("[]", ""),
                arguments("\"text\"", ""),
                arguments("12", ""),
                arguments("{", ""),
                arguments("{\"name\": \"x\", \"kind\": \"small\"} trailing", ""),
                arguments("{\"name\": \"x\", \"kind\": \"small\"}{}", ""),
                arguments("{\"name\": \"x\", \"name\": \"y\", \"kind\": \"small\"}", ""),
                arguments("{'name': 'x'}", ""),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"colour\": 1}", "/colour"),
                arguments(
                        "{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"height\": 1, \"open\": true, \"depth\": 1}}",
                        "/box/depth"),
                arguments("{\"name\": 1, \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": true, \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": [\"x\"], \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": {}, \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": \"x\", \"kind\": \"SMALL\"}", "/kind"),
                arguments("{\"name\": \"x\", \"kind\": 0}", "/kind"),
                arguments("{\"name\": \"x\", \"kind\": \"\"}", "/kind"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"amount\": \"1\"}", "/amount"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"amount\": 1e999999999}", ""),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"amount\": NaN}", ""),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"dueAt\": 1764000000}", "/dueAt"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"dueAt\": \"yesterday\"}", "/dueAt"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"dueAt\": \"\"}", "/dueAt"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"dueAt\": \"+99999-01-01T00:00:00Z\"}", "/dueAt"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"ownerId\": \"1-1-1-1-1\"}", "/ownerId"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"ownerId\": \"\"}", "/ownerId"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"tags\": \"a\"}", "/tags"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"tags\": {}}", "/tags"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"tags\": [1]}", "/tags/0"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"tags\": [null]}", "/tags/0"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"height\": 1.5}}", "/box/height"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"height\": \"1\"}}", "/box/height"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"height\": 99999999999}}", "/box/height"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"height\": null}}", "/box/height"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"open\": \"true\"}}", "/box/open"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"open\": 1}}", "/box/open"),
                arguments("{\"name\": \"a\\u0000b\", \"kind\": \"small\"}", ""),
                arguments("{\"na\\u0000me\": \"x\", \"kind\": \"small\"}", ""),
                arguments("{\"name\": \"\\ud83d\", \"kind\": \"small\"}", ""),
                arguments("{\"name\": \"" + "x".repeat(200_001) + "\"}", ""),
                arguments("{\"box\": " + "[".repeat(500) + "]".repeat(500) + "}", "/box"),
                arguments("{\"" + "x".repeat(5_000) + "\": 1}", ""));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unreadable")
    void what_cannot_be_read_is_malformed(String body, String pointer) {
        problem(as("agent").body(body).post(THINGS), 400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> againstARule() {
        return Stream.of(
                arguments("{}", "/name"),
                arguments("{\"name\": \"x\"}", "/kind"),
                arguments("{\"name\": null, \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": \" \", \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": \"" + "x".repeat(201) + "\", \"kind\": \"small\"}", "/name"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"amount\": 1e300}", "/amount"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"amount\": 0.00001}", "/amount"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"tags\": [\"a\", \"b\", \"c\", \"d\"]}", "/tags"),
                arguments("{\"name\": \"x\", \"kind\": \"small\", \"tags\": [\"a\", \"\"]}", "/tags/1"),
                arguments(
                        "{\"name\": \"x\", \"kind\": \"small\", \"box\": {\"label\": \"01234567890\", \"height\": 1, \"open\": true}}",
                        "/box/label"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("againstARule")
    void what_breaks_a_rule_is_invalid(String body, String pointer) {
        problem(as("agent").body(body).post(THINGS), 422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=ten",
                "limit=1.5",
                "limit=99999999999",
                "cursor=%21",
                "cursor=YQ",
                "cursor=AA",
                "kind=SMALL",
                "ownerId=1-1-1-1-1",
                "ownerId=%27%20or%201=1",
                "since=yesterday",
                "since=0"
            })
    void a_query_parameter_that_cannot_be_read_is_named(String query) {
        problem(as("viewer").urlEncodingEnabled(false).get(THINGS + "?" + query), 400)
                .body("errors.pointer", hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=", "kind=", "ownerId=", "since=", "kind=&kind="})
    void an_empty_query_parameter_counts_as_absent(String query) {
        as("viewer").get(THINGS + "?" + query).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=201"})
    void a_limit_out_of_bounds_is_invalid(String query) {
        problem(as("viewer").get(THINGS + "?" + query), 422).body("errors.pointer", hasItem("limit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%00b",
                "/%",
                "/%zz",
                "/%e4",
                "?cursor=%00",
                "?cursor=%",
                "?cursor=%ff",
                "?%00=1",
                "/%ed%a0%80",
                "?x={}",
                "?x=|",
                "?x=`",
                "/a^b",
                "?x=\\"
            })
    void a_uri_that_is_no_text_is_malformed(String rest) throws IOException {
        assertEquals(
                400,
                RawHttp.send("GET " + THINGS + rest + " HTTP/1.1", token("viewer"), new byte[0])
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f..%2fetc%2fpasswd", "/%27%20or%201=1", "/%F0%9F%92%A9", "/0", "/null"})
    void a_path_that_names_nothing_is_not_found(String rest) {
        problem(as("viewer").urlEncodingEnabled(false).get(THINGS + rest), 404);
    }

    @Test
    void a_body_over_the_limit_is_too_large_before_it_is_read() {
        problem(as("agent").body(new byte[5_000_000]).post(THINGS), 413);
    }

    @Test
    void a_body_of_no_announced_length_is_counted() throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            chunks.write("c350\r\n".getBytes(StandardCharsets.US_ASCII));
            chunks.write(" ".repeat(50_000).getBytes(StandardCharsets.US_ASCII));
            chunks.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        RawHttp.Answer answer = RawHttp.send(
                "POST " + THINGS + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json",
                token("agent"),
                chunks.toByteArray());
        assertEquals(413, answer.status());
        assertEquals("application/problem+json", answer.contentType());
    }

    @Test
    void a_small_body_of_no_announced_length_is_read() throws IOException {
        String body = "{\"name\": \"x\", \"kind\": \"none\"}";
        byte[] chunked = (Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        RawHttp.Answer answer = RawHttp.send(
                "POST " + THINGS + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json",
                token("agent"),
                chunked);
        assertEquals(400, answer.status());
        assertEquals(true, answer.body().contains("/kind"), answer.body());
    }

    @Test
    void a_path_for_large_bodies_takes_them_as_a_stream() {
        byte[] large = new byte[12_000_000];
        String counted = as("admin")
                .contentType("application/octet-stream")
                .body(large)
                .post(THINGS + "/uploads")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals("12000000", counted);
    }

    @Test
    void a_body_that_is_not_utf8_is_malformed() {
        byte[] latin1 = "{\"name\": \"\u00e4\", \"kind\": \"small\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(as("agent").body(latin1).post(THINGS), 400);
        byte[] halfUtf32 = {0, 0, 0, '{', 0, 0x7f, 0, 0};
        problem(as("agent").body(halfUtf32).post(THINGS), 400);
    }

    @Test
    void a_wrong_or_missing_content_type_is_refused() {
        String body = "{\"name\": \"x\", \"kind\": \"none\"}";
        problem(as("agent").contentType("text/xml").body(body).post(THINGS), 415);
        problem(
                as("agent")
                        .contentType("application/x-www-form-urlencoded")
                        .body(body)
                        .post(THINGS),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"x\"", "\"3\", \"4\"", "W/\"3\"", "\"99999999999999999999\"", "\"-1\""})
    void an_if_match_that_is_no_version_is_malformed(String tag) {
        problem(as("agent").header("If-Match", tag).body("{}").patch(THINGS + "/" + UUID.randomUUID()), 400)
                .body("errors.pointer", hasItem("If-Match"));
    }

    @AfterEach
    void nothing_is_written() throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement query =
                        database.prepareStatement("select count(*) from thing where workspace_id = ?")) {
            query.setObject(1, workspace);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                assertEquals(0, rows.getInt(1));
            }
        }
    }

    private String token(String role) {
        return Tokens.token(workspace, "anna", role);
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(token(role)).contentType("application/json");
    }

    private static ValidatableResponse problem(io.restassured.response.Response answer, int status) {
        return answer.then().statusCode(status).contentType(startsWith("application/problem+json"));
    }
}
