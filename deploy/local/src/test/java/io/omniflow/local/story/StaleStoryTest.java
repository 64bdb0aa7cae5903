package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket nobody touches: who is told, when it is closed, and what keeps it open. */
class StaleStoryTest {
    private static final Duration WAITING_FOR = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** A ping that reached nobody is tried again after a minute otherwise. */
    private static final Map<String, String> SOON_AGAIN = Map.of("OMNIFLOW_STALE_LEAST_RETRY", "1s");

    private static Suite suite;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        suite = Suite.startIn(
                SOON_AGAIN, folder.resolve("data"), "--without", "merge-service", "--without", "integration-service");
    }

    @AfterAll
    static void stop() throws IOException {
        suite.close();
    }

    @Test
    void assignee_and_lead_are_told_in_their_feeds_before_the_ticket_is_closed() throws Exception {
        try (StaleDesk desk = new StaleDesk(suite)) {
            desk.policy(WAITING_FOR, GRACE);
            String ticket = desk.waiting();
            Instant since = desk.time(desk.awaitEntry(ticket, "created", 1));

            JsonNode first = desk.awaitNotice(StaleDesk.ASSIGNEE, ticket, 1);
            assertNotBefore(since.plus(WAITING_FOR), desk.time(first));
            JsonNode second = desk.awaitNotice(StaleDesk.LEAD, ticket, 1);
            assertNotBefore(desk.time(first).plus(GRACE.dividedBy(2)), desk.time(second));
            JsonNode closed = desk.awaitEntry(ticket, "status_changed", 1);
            assertNotBefore(desk.time(first).plus(GRACE), desk.time(closed));
            assertNotBefore(desk.time(second).plus(GRACE.dividedBy(2)), desk.time(closed));

            assertEquals("closed", desk.status(ticket));
            assertEquals("system:sla-service", closed.path("actor").asText());
            assertEquals(1, desk.entries(ticket, "ticket_stale").size());
            desk.awaitNotice(StaleDesk.ASSIGNEE, ticket, 2);
        }
    }

    @Test
    void a_note_in_the_grace_cancels_it_and_the_wait_begins_anew() throws Exception {
        try (StaleDesk desk = new StaleDesk(suite)) {
            desk.policy(WAITING_FOR, GRACE);
            String ticket = desk.waiting();
            desk.awaitNotice(StaleDesk.ASSIGNEE, ticket, 1);
            desk.note(ticket);
            Instant noted = desk.time(desk.awaitEntry(ticket, "note_added", 1));

            List<JsonNode> pings = desk.awaitEntries(ticket, "stale_pinged", 3);
            JsonNode closed = desk.awaitEntry(ticket, "status_changed", 1);
            List<Instant> afterNote = pings.stream()
                    .map(desk::time)
                    .filter(at -> at.isAfter(noted))
                    .sorted()
                    .toList();
            assertNotBefore(noted.plus(WAITING_FOR), afterNote.getFirst());
            assertNotBefore(afterNote.getFirst().plus(GRACE), desk.time(closed));
        }
    }

    @Test
    void a_ping_that_reaches_nobody_holds_the_close_and_is_an_alert_in_the_timeline() throws Exception {
        try (StaleDesk desk = new StaleDesk(suite)) {
            String ticket = desk.waiting();
            desk.agents("{\"active\": false}");
            desk.policy(WAITING_FOR, GRACE);
            JsonNode alert = desk.awaitEntry(ticket, "stale_ping_failed", 1);
            assertEquals("ping-undeliverable", alert.path("data").path("reason").asText());
            Instant longEnough = desk.time(alert).plus(GRACE).plus(GRACE);
            Awaitility.await().until(() -> Instant.now().isAfter(longEnough));
            assertEquals("waiting", desk.status(ticket));

            desk.agents("{\"active\": true}");
            JsonNode told = desk.awaitNotice(StaleDesk.ASSIGNEE, ticket, 1);
            JsonNode closed = desk.awaitEntry(ticket, "status_changed", 1);
            assertNotBefore(desk.time(told).plus(GRACE), desk.time(closed));
            assertEquals(1, desk.entries(ticket, "stale_ping_failed").size());
        }
    }

    @Test
    void after_a_downtime_of_the_whole_suite_a_ticket_still_gets_its_whole_grace() throws Exception {
        Duration grace = Duration.ofSeconds(20);
        try (StaleDesk desk = new StaleDesk(suite)) {
            desk.policy(WAITING_FOR, grace);
            String ticket = desk.waiting();
            Instant told = desk.time(desk.awaitNotice(StaleDesk.ASSIGNEE, ticket, 1));
            suite.killEverything();
            Instant killed = Instant.now();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now()
                    .isAfter(told.plus(grace)));
            Duration down = Duration.between(killed, Instant.now());
            suite.startAgain();
            assertEquals("waiting", desk.status(ticket));

            JsonNode second = desk.awaitNotice(StaleDesk.LEAD, ticket, 1);
            assertNotBefore(told.plus(grace.dividedBy(2)).plus(down), desk.time(second));
            JsonNode closed = desk.awaitEntry(ticket, "status_changed", 1);
            assertNotBefore(told.plus(grace).plus(down), desk.time(closed));
            assertEquals("closed", desk.status(ticket));
        }
    }

    private static void assertNotBefore(Instant earliest, Instant at) {
        assertFalse(at.isBefore(earliest), () -> at + " is before " + earliest);
    }
}
