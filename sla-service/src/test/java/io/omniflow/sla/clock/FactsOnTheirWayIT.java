package io.omniflow.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that lags must not tell breaches of tickets whose pauses it has yet to read. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class FactsOnTheirWayIT {

    @Test
    void a_deadline_waits_for_facts_that_are_known_to_be_on_their_way() {
        UUID workspace = Sla.workspaceWithTargets(Duration.ofMillis(500), Duration.ofDays(1));
        try (Watch watch = Events.watch(Topics.SLA)) {
            // published up to an offset far ahead of everything applied, in every partition
            Sla.asOwner(
                    "insert into watermark (topic, through, next_offsets)"
                            + " values ('omniflow.tickets.v1', now() + interval '1 hour', array_fill(1000000000::bigint, array[12]))");
            Instant start = Sla.now();
            SentTicket ticket;
            try {
                ticket = new SentTicket(workspace)
                        .withConversation()
                        .created(start, TicketPriority.NORMAL)
                        .send();
                Awaitility.await()
                        .during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> Sla.clocksAt(ticket, 1).getString("clocks[0].breachedAt") == null);
            } finally {
                Sla.asOwner("delete from watermark where through > now() + interval '30 minutes'");
            }

            SlaEvent.ClockBreached breach = (SlaEvent.ClockBreached)
                    watch.await(Sla.is(ticket, SlaEvent.ClockBreached.class)).data();
            assertEquals(start.plusMillis(500), breach.breachedAt());
        }
    }
}
