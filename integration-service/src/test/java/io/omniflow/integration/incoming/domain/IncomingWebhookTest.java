package io.omniflow.integration.incoming.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.delivery.domain.RetrySchedule;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncomingWebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final RetrySchedule TWICE =
            new RetrySchedule(2, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final IncomingWebhook fresh = new IncomingWebhook(
            new WorkspaceId(UUID.randomUUID()),
            new WebhookId(UUID.randomUUID()),
            new ConnectionId(UUID.randomUUID()),
            ExternalSystem.SLACK,
            "Ev1",
            IncomingState.WAITING,
            0,
            NOW,
            null,
            10,
            NOW,
            null);

    @Test
    void what_fails_waits_for_its_next_turn() {
        IncomingWebhook after = fresh.putOff("broken", TWICE, NOW, 0);
        assertEquals(IncomingState.WAITING, after.state());
        assertEquals(NOW.plusSeconds(1), after.nextAttemptAt());
        assertNull(after.settledAt());
        assertFalse(after.canBeRetried());
    }

    @Test
    void what_fails_too_often_is_put_aside_and_starts_anew_by_hand() {
        IncomingWebhook aside = fresh.putOff("broken", TWICE, NOW, 0).putOff("broken", TWICE, NOW, 0);
        assertEquals(IncomingState.FAILED, aside.state());
        assertNull(aside.nextAttemptAt());
        assertEquals(NOW, aside.settledAt());
        assertTrue(aside.canBeRetried());

        IncomingWebhook again = aside.retried(NOW.plusSeconds(5));
        assertEquals(IncomingState.WAITING, again.state());
        assertEquals(0, again.attempts());
        assertEquals(NOW.plusSeconds(5), again.nextAttemptAt());
    }

    @Test
    void a_reason_is_not_longer_than_people_read() {
        assertEquals("x".repeat(500), fresh.unreadable("x".repeat(900), NOW).reason());
    }

    @Test
    void jira_has_one_address_for_both_of_its_kinds() {
        assertEquals(Vendor.JIRA, Vendor.of(ExternalSystem.JIRA_CLOUD));
        assertEquals(Vendor.JIRA, Vendor.of(ExternalSystem.JIRA_DATA_CENTER));
    }
}
