package io.omniflow.integration;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.SlaSummary;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Events;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A desk with a connection to Slack, and the facts the other services tell of its ticket. */
final class ThreadDesk implements AutoCloseable {
    static final Instant AT = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    final Desk desk = new Desk();
    final String connection = desk.connect(TestSlack.connection());

    /** Asks for the thread, lets the ticket's owner answer, and waits until it is open. */
    String opened() {
        String thread = ask().then().statusCode(202).extract().path("id");
        desk.owner.report(desk.ticket, desk.title, null);
        await(thread, "open");
        return thread;
    }

    Response ask() {
        return desk.as("agent").body(Desk.threadWish(desk.ticket, connection)).post(Desk.THREADS);
    }

    Response thread(String id) {
        return desk.as("viewer").get(Desk.THREADS + "/" + id);
    }

    void await(String thread, String state) {
        Awaitility.await("thread " + state)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state.equals(thread(thread).path("state")));
    }

    /** What the thread tells, once it is so much. */
    List<String> awaitTold(int lines) {
        Awaitility.await(lines + " lines")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> TestSlack.told(desk.title).size() >= lines);
        return TestSlack.told(desk.title);
    }

    void happens(Object fact) {
        happens(fact, History.LIVE);
    }

    void happens(Object fact, History history) {
        Events.publish(new OutboundEvent(
                Ids.next(),
                new WorkspaceId(desk.workspace),
                desk.ticket,
                fact,
                Instant.now(),
                null,
                new Origin("agent:anna", UUID.randomUUID().toString(), null),
                null,
                Position.LAST,
                history));
    }

    TicketState state() {
        return TicketOwner.state(desk.ticket, desk.title, null);
    }

    void moved(TicketStatus before, TicketStatus after) {
        happens(new TicketEvent.StatusChanged(before, after, state()));
    }

    static SlaEvent.ClockBreached breached(@Nullable List<String> escalations) {
        return new SlaEvent.ClockBreached(
                ClockMetric.FIRST_RESPONSE,
                1,
                UUID.randomUUID(),
                1,
                Duration.ofHours(4),
                AT,
                AT,
                Duration.ZERO,
                escalations,
                summary());
    }

    static SlaSummary summary() {
        return new SlaSummary(SlaState.BREACHED, null, null, null);
    }

    @Override
    public void close() {
        desk.close();
    }
}
