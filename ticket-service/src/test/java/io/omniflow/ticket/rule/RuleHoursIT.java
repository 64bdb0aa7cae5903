package io.omniflow.ticket.rule;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules inside and outside the hours of a calendar that sla-service tells of. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RuleHoursIT {
    private final Automation automation = new Automation();
    private final Desk desk = automation.desk;
    private final UUID calendar = UUID.randomUUID();

    private void tell(@Nullable Map<String, Object> after, int copies) {
        Events.publish(OutboundEvent.of(
                new WorkspaceId(desk.workspace),
                desk.workspace,
                new WorkspaceEvent.SettingChanged("calendar", calendar.toString(), null, after),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                new Origin("agent:x", "c-" + calendar, null)));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(copies, desk.rows("calendar_copy")));
    }

    private String during(String side) {
        return automation.creating(
                "message_received", "{\"hours\":{\"calendarId\":\"%s\",\"side\":\"%s\"}}".formatted(calendar, side));
    }

    private String message() {
        String conversation = automation.open();
        automation.say(conversation, "hello");
        return conversation;
    }

    @Test
    void a_calendar_that_was_told_of_decides() {
        String inside = during("inside");
        String outside = during("outside");
        tell(Map.of("name", "Never", "timeZone", "Europe/Berlin", "weekly", Map.of(), "holidays", List.of()), 1);
        automation.awaitTicketOf(message());
        assertEquals(1, automation.read(outside).getInt("counters.created"));
        assertEquals(0, automation.read(inside).getInt("counters.matched"));
    }

    @Test
    void a_calendar_that_is_not_known_does_not_match_and_is_complained_of() {
        String inside = during("inside");
        String conversation = message();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        1, automation.read(inside).getList("errors").size()));
        assertTrue(automation.read(inside).getString("errors[0].problem").contains(calendar.toString()));
        assertEquals(0, automation.read(inside).getInt("counters.matched"));
        tell(Map.of("name", "All day", "alwaysOpen", true), 1);
        automation.say(conversation, "now");
        automation.awaitTicketOf(conversation);
        tell(null, 0);
    }
}
