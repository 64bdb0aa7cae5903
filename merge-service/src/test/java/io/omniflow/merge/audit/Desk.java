package io.omniflow.merge.audit;

import static io.restassured.RestAssured.given;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A workspace of its own for each test: what its services tell, and what its people read. */
record Desk(WorkspaceId workspace) {
    static final String ANNA = "agent:anna";
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    static Desk opened() {
        return new Desk(new WorkspaceId(Ids.next()));
    }

    OutboundEvent created(UUID ticket) {
        return ticketFact(ticket, 1, new TicketEvent.Created(state(ticket, 1, TicketStatus.OPEN)));
    }

    OutboundEvent statusChanged(UUID ticket, long version, TicketStatus before, TicketStatus after) {
        return ticketFact(ticket, version, new TicketEvent.StatusChanged(before, after, state(ticket, version, after)));
    }

    OutboundEvent ticketFact(UUID ticket, long version, TicketEvent fact) {
        return OutboundEvent.of(
                workspace, ticket, fact, NOON.plusSeconds(version), version, new Origin(ANNA, "request-1", null));
    }

    /** A fact of whatever kind, told by a service and not by a person. */
    OutboundEvent told(UUID subject, Object data) {
        return OutboundEvent.of(
                workspace, subject, data, NOON, null, new Origin("system:test", "request-2", "cause-1"));
    }

    static TicketState state(UUID ticket, long version, TicketStatus status) {
        return new TicketState(
                ticket,
                4711,
                "Printer on fire",
                null,
                status,
                TicketPriority.NORMAL,
                null,
                null,
                List.of("fire"),
                List.of(),
                List.of(),
                Map.of(),
                TicketSource.API,
                null,
                null,
                version,
                NOON,
                NOON.plus(version, ChronoUnit.SECONDS),
                null,
                null,
                null);
    }

    RequestSpecification lead() {
        return as("lead");
    }

    RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(workspace.value(), "anna", role));
    }

    JsonPath audit(Map<String, ?> filters) {
        return lead().queryParams(filters)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath verified() {
        return lead().get("/api/v1/audit/verify")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until the chain has so many entries. */
    void awaitEntries(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> verified().getLong("head.sequence") >= count);
    }
}
