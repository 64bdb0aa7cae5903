package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker leaves behind when it is killed, taken up by another. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class KilledWorkerIT {
    private static final String LEASED = """
            update delivery set state = 'ready', attempts = 1, lease = $3, next_attempt_at = $4, first_attempt_at = now()
            where workspace_id = $1 and subject = $2
            """;
    private static final String REPORTED =
            "update link set state = 'delivering', ticket = $3 where workspace_id = $1 and id = $2 returning issue_id";

    @Inject
    Pool pool;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void killed_before_the_call_the_issue_is_made_by_the_next() {
        String link = leftBehind(Duration.ofSeconds(2));

        desk.await(link, "linked").then().body("attempts", greaterThanOrEqualTo(2));
        assertEquals(1, desk.issues().size());
    }

    @Test
    void killed_after_the_call_the_issue_is_found_by_the_next() {
        String link = desk.askFor(desk.connect()).path("id");
        TestLinear.FAKE.make(Map.of(
                "id",
                leave(link, Duration.ofSeconds(2)).toString(),
                "teamId",
                LinearFake.TEAM_ID,
                "title",
                desk.title));

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
        assertEquals(1, desk.issues().getFirst().attachments().size());
    }

    @Test
    void while_the_lease_lasts_nobody_else_touches_it() {
        String link = leftBehind(Duration.ofHours(1));

        desk.as("agent").delete(Desk.LINKS + "/" + link).then().statusCode(409);
        desk.link(link).then().body("state", equalTo("delivering"));
        assertEquals(0, desk.issues().size());
    }

    private String leftBehind(Duration lease) {
        String link = desk.askFor(desk.connect()).path("id");
        leave(link, lease);
        return link;
    }

    /** The rows as they are while a worker calls Linear. */
    private UUID leave(String link, Duration lease) {
        JsonObject ticket =
                new JsonObject().put("number", 42).put("title", desk.title).put("priority", "HIGH");
        UUID issue = pool.preparedQuery(REPORTED)
                .execute(Tuple.of(desk.workspace, UUID.fromString(link), ticket))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getUUID("issue_id");
        pool.preparedQuery(LEASED)
                .execute(Tuple.of(
                        desk.workspace,
                        UUID.fromString(link),
                        UUID.randomUUID(),
                        OffsetDateTime.now(ZoneOffset.UTC).plus(lease)))
                .await()
                .indefinitely();
        return issue;
    }
}
