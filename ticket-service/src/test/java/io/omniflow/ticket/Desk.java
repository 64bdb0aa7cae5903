package io.omniflow.ticket;

import static io.restassured.RestAssured.given;

import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Databases;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A workspace of its own and the people in it. */
public final class Desk {
    public static final String TICKETS = "/api/v1/tickets";

    public final UUID workspace = UUID.randomUUID();

    public RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(workspace, "anna", role)).contentType("application/json");
    }

    /** Anna is an agent. */
    public RequestSpecification anna() {
        return as(Roles.AGENT);
    }

    /** Opens a ticket; its id. */
    public String open(String body) {
        return anna().body(body).post(TICKETS).then().statusCode(201).extract().path("id");
    }

    public JsonPath ticket(String idOrNumber) {
        return as(Roles.VIEWER)
                .get(TICKETS + "/" + idOrNumber)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public JsonPath change(String id, String patch) {
        return anna().body(patch)
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The whole timeline, oldest first. */
    public List<JsonPath> timeline(String id) {
        List<JsonPath> entries = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification viewer = as(Roles.VIEWER).queryParam("limit", 200);
            Response page = (cursor == null ? viewer : viewer.queryParam("cursor", cursor))
                    .get(TICKETS + "/" + id + "/timeline");
            page.then().statusCode(200);
            JsonPath read = page.jsonPath();
            for (int i = 0; i < read.getList("items").size(); i++) {
                entries.addFirst(read.setRootPath("items[" + i + "]"));
                read = page.jsonPath();
            }
            cursor = read.getString("nextCursor");
        } while (cursor != null);
        return entries;
    }

    public List<String> kinds(String id) {
        return timeline(id).stream().map(entry -> entry.getString("kind")).toList();
    }

    /** Makes an agent; its id. */
    public String agent() {
        return made("agents", "{\"name\":\"Luca\"}");
    }

    /** Makes a team; its id. */
    public String team() {
        return made("teams", "{\"name\":\"" + UUID.randomUUID() + "\"}");
    }

    /** Defines a custom field. */
    public void field(String key, String type, String... options) {
        String list = options.length == 0 ? "" : "\"" + String.join("\",\"", options) + "\"";
        made(
                "custom-fields",
                "{\"key\":\"%1$s\",\"label\":\"%1$s\",\"type\":\"%2$s\",\"options\":[%3$s]}"
                        .formatted(key, type, list));
    }

    /** Makes something of the workspace's directory or settings as an admin; its id. */
    public String made(String things, String body) {
        return as(Roles.ADMIN)
                .body(body)
                .post("/api/v1/" + things)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As another service would tell it. */
    public OutboundEvent told(String ticket, Object data, @Nullable Long sequence) {
        return OutboundEvent.of(
                new WorkspaceId(workspace),
                UUID.fromString(ticket),
                data,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                sequence,
                new Origin("system:test", "c-" + ticket, null));
    }

    /** Facts of a ticket: what carries one of its versions. */
    public static Predicate<SeenEvent> factsOf(String ticket) {
        return event -> event.header("ce_subject").equals(ticket)
                && !event.header("ce_sequence").isEmpty()
                && !event.type().equals("omniflow.ticket.snapshot.v1");
    }

    /** Rows of this workspace, past the service. */
    public long rows(String table) {
        try (Connection database = Databases.owner();
                PreparedStatement query =
                        database.prepareStatement("select count(*) from " + table + " where workspace_id = ?")) {
            query.setObject(1, workspace);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
