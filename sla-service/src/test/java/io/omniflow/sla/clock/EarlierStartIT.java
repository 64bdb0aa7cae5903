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
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a merge gives the clocks of its destination is kept, told and taken back. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class EarlierStartIT {
    private static Duration counted(JsonPath clocks) {
        return Duration.parse(clocks.getString("clocks.find { it.metric == 'resolution' }.counted"));
    }

    private static Instant started(JsonPath clocks) {
        return Instant.parse(clocks.getString("clocks.find { it.metric == 'resolution' }.startedAt"));
    }

    @Test
    void the_destination_counts_from_the_opening_of_the_source_until_the_merge_is_undone() {
        UUID merge = UUID.randomUUID();
        UUID origin = UUID.randomUUID();
        UUID workspace = Sla.workspaceWithTargets(Duration.ofDays(5), Duration.ofDays(9));
        Instant opened = Sla.now().minus(Duration.ofHours(3));
        try (Watch watch = Events.watch(Topics.SLA)) {
            SentTicket ticket = new SentTicket(workspace)
                    .withConversation()
                    .created(opened, TicketPriority.NORMAL)
                    .send();
            Sla.clocksAt(ticket, 1);

            ticket.absorbed(opened.plus(Duration.ofHours(1)), merge, origin, opened.minus(Duration.ofDays(2)))
                    .send();
            JsonPath merged = Sla.clocksAt(ticket, 2);
            assertEquals(opened.minus(Duration.ofDays(2)), started(merged));
            assertEquals(2, counted(merged).toDays());
            SlaEvent.ClockRetargeted told = (SlaEvent.ClockRetargeted)
                    watch.await(Sla.is(ticket, SlaEvent.ClockRetargeted.class)).data();
            assertEquals(
                    opened.minus(Duration.ofDays(2)).plus(Duration.ofDays(5)),
                    told.sla().nextDueAt(),
                    "the first response is due earlier");

            ticket.priority(opened.plus(Duration.ofHours(2)), TicketPriority.HIGH)
                    .send();
            assertEquals(2, counted(Sla.clocksAt(ticket, 3)).toDays(), "kept and read again");

            ticket.gaveBack(opened.plus(Duration.ofHours(2)), merge, origin).send();
            JsonPath apart = Sla.clocksAt(ticket, 4);
            assertEquals(opened, started(apart));
            assertEquals(3, counted(apart).toHours());
        }
    }
}
