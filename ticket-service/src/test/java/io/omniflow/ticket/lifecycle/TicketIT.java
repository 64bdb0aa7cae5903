package io.omniflow.ticket.lifecycle;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TicketIT {
    private final UUID workspace = UUID.randomUUID();

    private RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.token(workspace, "anna", Roles.AGENT))
                .contentType("application/json");
    }

    @Test
    void a_title_is_enough_to_open_a_ticket() {
        String id = anna().body("{\"title\":\"  Printer on fire \"}")
                .post("/api/v1/tickets")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", notNullValue())
                .body("title", equalTo("Printer on fire"))
                .body("status", equalTo("open"))
                .body("priority", equalTo("normal"))
                .body("source", equalTo("api"))
                .body("version", is(1))
                .body("sla.state", equalTo("none"))
                .body("mergedInto", nullValue())
                .extract()
                .path("id");
        anna().get("/api/v1/tickets/" + id)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("createdAt", notNullValue());
        anna().header("If-Match", "\"1\"")
                .body("{\"status\":\"waiting\",\"priority\":\"urgent\",\"tags\":[\"Billing\"]}")
                .patch("/api/v1/tickets/" + id)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("tags[0]", equalTo("billing"));
        anna().get("/api/v1/tickets")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.size()", is(1));
        anna().get("/api/v1/tickets/" + id + "/timeline")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.size()", is(4));
        given().auth()
                .oauth2(Tokens.token(workspace, "lea", Roles.LEAD))
                .contentType("application/x-ndjson")
                .header("Prefer", "wait=10")
                .body(
                        "{\"externalId\":\"case-17\",\"title\":\"Old\",\"createdAt\":\"2012-10-09T14:50:17Z\",\"history\":["
                                + "{\"at\":\"2012-10-09T14:51:01Z\",\"status\":\"in_progress\",\"actor\":\"x\"},"
                                + "{\"at\":\"2012-10-12T15:02:56Z\",\"agentReplied\":true}]}\n")
                .post("/api/v1/imports")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("state", equalTo("completed"))
                .body("created", is(1))
                .body("facts", is(4));
    }
}
