package io.omniflow.sla.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts go in through Kafka; lists and reports come out over HTTP. The usual policy measures all. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class OverviewIT {
    private final UUID workspace = UUID.randomUUID();
    private final Instant now = Sla.now();

    @Test
    void what_is_due_soon_is_listed_with_the_next_one_first() {
        String normal = opened(TicketPriority.NORMAL, Duration.ofHours(23));
        String high = opened(TicketPriority.HIGH, Duration.ofMinutes(450));
        String low = opened(TicketPriority.LOW, Duration.ZERO);

        get("at-risk?within=PT2H")
                .body("items.ticketId", equalTo(List.of(high, normal)))
                .body("items.metric", equalTo(List.of("resolution", "resolution")))
                .body("items.priority", equalTo(List.of("high", "normal")))
                .body("items.target", equalTo(List.of("PT8H", "PT24H")))
                .body("items[0].policyId", equalTo(Policy.usualId(workspace).toString()))
                .body("items[0].teamId", nullValue());
        JsonPath next = get("at-risk?within=PT9H&limit=2").extract().jsonPath();
        assertEquals(List.of(high, normal), next.getList("items.ticketId"));
        assertEquals(now.plus(Duration.ofMinutes(30)), Instant.parse(next.getString("items[0].dueAt")));
        get("at-risk?within=PT9H&limit=2&cursor=" + next.getString("nextCursor"))
                .body("items.ticketId", equalTo(List.of(low)))
                .body("items.metric", equalTo(List.of("first_response")))
                .body("nextCursor", nullValue());
        get("at-risk?within=PT9H&priority=normal").body("items.ticketId", equalTo(List.of(normal)));
        get("at-risk?within=PT9H&metric=first_response").body("items.ticketId", equalTo(List.of(low)));
        get("at-risk?within=PT9H&policyId=" + UUID.randomUUID()).body("items", hasSize(0));
        get("at-risk?within=PT9H&teamId=" + UUID.randomUUID()).body("items", hasSize(0));
        get("at-risk?within=PT9H&assigneeId=" + UUID.randomUUID()).body("items", hasSize(0));
    }

    @Test
    void a_clock_that_pauses_or_stops_is_not_at_risk() {
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(now.minus(Duration.ofHours(23)), TicketPriority.NORMAL)
                .send();
        settled(ticket);
        get("at-risk").body("items.metric", equalTo(List.of("resolution")));
        ticket.status(now, TicketStatus.WAITING).send();
        Sla.clocksAt(ticket, 2);
        get("at-risk").body("items", hasSize(0));
    }

    @Test
    void what_was_missed_is_listed_with_the_newest_first() {
        String older = opened(TicketPriority.NORMAL, Duration.ofHours(30));
        String newer = opened(TicketPriority.HIGH, Duration.ofHours(3));

        JsonPath all = get("breaches").extract().jsonPath();
        assertEquals(List.of(newer, older, older), all.getList("items.ticketId"));
        assertEquals(List.of("first_response", "resolution", "first_response"), all.getList("items.metric"));
        assertEquals(List.of("PT1H", "PT24H", "PT4H"), all.getList("items.target"));
        Instant breached = Instant.parse(all.getString("items[0].breachedAt"));
        assertEquals(now.minus(Duration.ofHours(2)), breached);
        assertEquals(
                Duration.between(breached, Instant.parse(all.getString("items[0].noticedAt"))),
                Duration.parse(all.getString("items[0].late")));

        String second =
                get("breaches?limit=2").body("items", hasSize(2)).extract().path("nextCursor");
        get("breaches?limit=2&cursor=" + second)
                .body("items.ticketId", equalTo(List.of(older)))
                .body("items.metric", equalTo(List.of("first_response")));
        get("breaches?priority=high").body("items.ticketId", equalTo(List.of(newer)));
        get("breaches?metric=resolution").body("items.ticketId", equalTo(List.of(older)));
        get("breaches?policyId=" + Policy.usualId(workspace)).body("items", hasSize(3));
        get("breaches?teamId=" + UUID.randomUUID()).body("items", hasSize(0));
        get("breaches?from=" + now.minus(Duration.ofHours(3))).body("items.ticketId", equalTo(List.of(newer)));
        get("breaches?to=" + now.minus(Duration.ofHours(2))).body("items.ticketId", equalTo(List.of(older, older)));
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "vera", "viewer"))
                .get("/api/v1/sla/breaches")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_report_counts_what_ended_in_the_period_exactly() {
        for (long minutes : List.of(60, 120, 180, 26 * 60)) {
            resolved(Duration.ofMinutes(minutes).plusMillis(1));
        }
        opened(TicketPriority.NORMAL, Duration.ofHours(30));

        get("report?groupBy=priority")
                .body("groupBy", equalTo("priority"))
                .body("groups.key", equalTo(List.of("normal", "normal")))
                .body("groups.metric", equalTo(List.of("first_response", "resolution")))
                .body("groups.closed", equalTo(List.of(4, 4)))
                .body("groups.met", equalTo(List.of(3, 3)))
                .body("groups.breached", equalTo(List.of(1, 1)))
                .body("groups[1].attainment", equalTo(0.75f))
                .body("groups[1].p50", equalTo("PT2H0.001S"))
                .body("groups[1].p90", equalTo("PT26H0.001S"))
                .body("groups[1].p95", equalTo("PT26H0.001S"));
        get("report?groupBy=policy&metric=resolution")
                .body("groups.key", equalTo(List.of(Policy.usualId(workspace).toString())));
        get("report?groupBy=team&metric=resolution").body("groups[0].key", nullValue());
        get("report?groupBy=assignee&priority=low").body("groups", hasSize(0));
        get("report?metric=resolution&to=" + now.minus(Duration.ofDays(1)))
                .body("groups.closed", equalTo(List.of(3)))
                .body("groups.attainment", equalTo(List.of(1)));
        get("report?metric=resolution&from=" + now.minus(Duration.ofDays(1)))
                .body("groups.closed", equalTo(List.of(1)))
                .body("groups.attainment", equalTo(List.of(0)));
        get("report?to=" + now.minus(Duration.ofDays(2))).body("groups", hasSize(0));
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "vera", "viewer"))
                .get("/api/v1/sla/report")
                .then()
                .body("groups", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "at-risk?within=PT-1S, 422",
        "at-risk?within=P367D, 422",
        "at-risk?within=soon, 400",
        "at-risk?metric=joy, 400",
        "at-risk?cursor=x, 400",
        "breaches?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 422",
        "breaches?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, 422",
        "breaches?from=yesterday, 400",
        "breaches?limit=0, 422",
        "report?groupBy=mood, 400",
        "report?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, 422",
    })
    void what_cannot_be_meant_is_refused(String asked, int status) {
        given().auth()
                .oauth2(Tokens.token(workspace, "vera", "viewer"))
                .get("/api/v1/sla/" + asked)
                .then()
                .statusCode(status);
    }

    private String opened(TicketPriority priority, Duration before) {
        SentTicket ticket = new SentTicket(workspace)
                .withConversation()
                .created(now.minus(before), priority)
                .send();
        return settled(ticket);
    }

    private void resolved(Duration after) {
        Instant start = now.minus(Duration.ofHours(28));
        SentTicket ticket = new SentTicket(workspace)
                .created(start, TicketPriority.NORMAL)
                .status(start.plus(after), TicketStatus.RESOLVED)
                .send();
        Sla.clocksAt(ticket, 2);
    }

    /** A deadline that has passed is judged soon after the fact, not with it. */
    private String settled(SentTicket ticket) {
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        List.of(),
                        Sla.clocksAt(ticket, 1)
                                .getList("clocks.findAll { it.remaining == 'PT0S' && it.breachedAt == null }")));
        return ticket.id.toString();
    }

    private ValidatableResponse get(String asked) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "vera", "viewer"))
                .get("/api/v1/sla/" + asked)
                .then()
                .statusCode(200);
    }
}
