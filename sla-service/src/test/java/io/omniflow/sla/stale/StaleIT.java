package io.omniflow.sla.stale;

import static io.omniflow.sla.stale.StaleWorkspace.alert;
import static io.omniflow.sla.stale.StaleWorkspace.command;
import static io.omniflow.sla.stale.StaleWorkspace.deliver;
import static io.omniflow.sla.stale.StaleWorkspace.notBefore;
import static io.omniflow.sla.stale.StaleWorkspace.ping;
import static io.omniflow.sla.stale.StaleWorkspace.reject;
import static io.omniflow.sla.stale.StaleWorkspace.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.sla.clock.Ticks;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Stale tickets with real facts and watermarks in, facts and commands out; the test answers as ticket-service would. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class StaleIT {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Duration HALF = GRACE.dividedBy(2);

    private final StaleWorkspace workspace = new StaleWorkspace();

    private static Watch watch() {
        return Events.watch(Topics.SLA, Topics.TICKET_COMMANDS);
    }

    @Test
    void assignee_lead_and_close_are_asked_for_at_their_instants() {
        workspace.policy(SOON, GRACE, true);
        try (Watch watch = watch();
                Ticks ticks = new Ticks()) {
            ticks.start();
            Instant since = Sla.now();
            SentTicket ticket = workspace.waiting(since).send();

            SeenEvent toAssignee = command(watch, ticket, 1);
            assertEquals("assignee", ping(toAssignee).recipient());
            notBefore(since.plus(SOON), time(toAssignee));
            assertEquals(time(toAssignee).plus(GRACE), ping(toAssignee).graceUntil());
            SlaEvent.TicketStale stale = (SlaEvent.TicketStale)
                    watch.await(Sla.is(ticket, SlaEvent.TicketStale.class)).data();
            assertEquals(since, stale.waitingSince());
            assertEquals(1, stale.days());

            Instant first = deliver(ticket, toAssignee);
            SeenEvent toLead = command(watch, ticket, 2);
            assertEquals("lead", ping(toLead).recipient());
            notBefore(first.plus(HALF), time(toLead));
            notBefore(first.plus(GRACE), ping(toLead).graceUntil());

            Instant second = deliver(ticket, toLead);
            SeenEvent close = command(watch, ticket, 3);
            assertInstanceOf(TicketCommand.CloseStale.class, close.data());
            notBefore(first.plus(GRACE), time(close));
            notBefore(second.plus(HALF), time(close));

            List<Long> numbers = watch.untilQuietFor(SOON).stream()
                    .filter(Sla.about(ticket))
                    .filter(event -> event.data() instanceof SlaEvent)
                    .map(SeenEvent::sequence)
                    .toList();
            assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
        }
    }

    @Test
    void activity_in_the_grace_begins_anew_with_the_assignee_and_what_a_rule_does_is_none() {
        workspace.policy(SOON, GRACE, true);
        try (Watch watch = watch();
                Ticks ticks = new Ticks()) {
            ticks.start();
            SentTicket ticket = workspace.waiting(Sla.now()).send();
            deliver(ticket, command(watch, ticket, 1));
            SeenEvent toLead = command(watch, ticket, 2);
            deliver(ticket, toLead);
            Instant touched = Sla.now();
            ticket.noted(touched).retitled(touched.plusMillis(1)).send();

            SeenEvent next = command(watch, ticket, 3);
            assertEquals("assignee", ping(next).recipient());
            notBefore(touched.plus(SOON), time(next));
            assertEquals(
                    touched,
                    ((SlaEvent.TicketStale) watch.await(2, Sla.is(ticket, SlaEvent.TicketStale.class))
                                    .getLast()
                                    .data())
                            .waitingSince());
        }
    }

    @Test
    void a_ping_that_reaches_nobody_is_alerted_once_tried_again_and_closes_nothing() {
        workspace.policy(SOON, GRACE, true);
        try (Watch watch = watch();
                Ticks ticks = new Ticks()) {
            ticks.start();
            SentTicket ticket = workspace.waiting(Sla.now()).send();
            for (int attempt = 1; attempt <= 3; attempt++) {
                SeenEvent asked = command(watch, ticket, attempt);
                assertEquals("assignee", ping(asked).recipient());
                reject(ticket, asked);
            }
            SeenEvent told = watch.await(alert(ticket));
            assertEquals("ping-undeliverable", ((SlaEvent.StalePingFailed) told.data()).reason());
            Instant first = deliver(ticket, command(watch, ticket, 4));
            SeenEvent toLead = command(watch, ticket, 5);
            assertEquals("lead", ping(toLead).recipient());
            notBefore(first.plus(HALF), time(toLead));
            assertEquals(
                    1, watch.untilQuietFor(SOON).stream().filter(alert(ticket)).count());
        }
    }

    @Test
    void of_an_imported_ticket_the_days_count_from_the_import() {
        workspace.policy(SOON, GRACE, true);
        Instant past = Instant.parse("2013-03-01T08:00:00Z");
        try (Watch watch = watch();
                Ticks ticks = new Ticks()) {
            ticks.start();
            SentTicket ticket = new SentTicket(workspace.id)
                    .importedCreated(past)
                    .importedStatus(past.plusSeconds(60), TicketStatus.WAITING)
                    .send();
            Instant imported = Sla.now();
            ticket.imported(past.plusSeconds(60), imported).send();

            SeenEvent asked = command(watch, ticket, 1);
            notBefore(imported.plus(SOON), time(asked));
            assertEquals(
                    imported,
                    ((SlaEvent.TicketStale) watch.await(Sla.is(ticket, SlaEvent.TicketStale.class))
                                    .data())
                            .waitingSince());
        }
    }

    @Test
    void a_shorter_policy_finds_tickets_that_wait_already_and_a_ticket_that_left_is_let_be() {
        workspace.policy(Duration.ofDays(30), GRACE, true);
        try (Watch watch = watch();
                Ticks ticks = new Ticks()) {
            ticks.start();
            Instant since = Sla.now().minusSeconds(3600);
            SentTicket waits = workspace.waiting(since).send();
            SentTicket left = workspace
                    .waiting(since)
                    .status(since.plusSeconds(1), TicketStatus.OPEN)
                    .send();
            Sla.clocksAt(waits, 2);
            Sla.clocksAt(left, 3);
            workspace.policy(SOON, GRACE, false);

            assertEquals("assignee", ping(command(watch, waits, 1)).recipient());
            assertEquals(
                    0,
                    watch.untilQuietFor(SOON).stream()
                            .filter(Sla.about(left))
                            .filter(event -> event.data() instanceof TicketCommand)
                            .count());
        }
    }
}
