package io.omniflow.sla.stale;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omniflow.contract.Problem;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A workspace with a policy of its own, and ticket-service's part of the talk about stale tickets. */
final class StaleWorkspace {
    final UUID id = UUID.randomUUID();
    private int version;

    /** Told as ticket-service tells it; returns when it is in force. */
    StaleWorkspace policy(Duration waitingFor, Duration grace, boolean autoClose) {
        version++;
        Events.publish(OutboundEvent.of(
                new WorkspaceId(id),
                id,
                new WorkspaceEvent.SettingChanged(
                        "stale_policy",
                        id.toString(),
                        null,
                        Map.of(
                                "enabled",
                                true,
                                "waitingFor",
                                waitingFor.toString(),
                                "grace",
                                grace.toString(),
                                "autoClose",
                                autoClose,
                                "version",
                                version)),
                Sla.now(),
                null,
                new Origin("agent:a", "test", null)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> storedVersion() == version);
        return this;
    }

    /** Returns when a silence is known that ended then or later. */
    static void awaitSilenceUntilAfter(Instant instant) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (Connection database = Databases.owner();
                    PreparedStatement query =
                            database.prepareStatement("select 1 from stale_silence where until_at > ?::timestamptz")) {
                query.setString(1, instant.toString());
                return query.executeQuery().next();
            }
        });
    }

    /** What begins before that lies before the silence that may follow. */
    static void awaitWatermarkAfter(Instant instant) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> newestWatermark()
                .isAfter(instant));
    }

    static Instant newestWatermark() {
        return instant("select max(through) from watermark");
    }

    static Instant graceUntil(SentTicket ticket) {
        return instant("select grace_until from stale_watch where ticket_id = '" + ticket.id + "'");
    }

    private static Instant instant(String query) {
        try (Connection database = Databases.owner();
                ResultSet rows = database.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int storedVersion() throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement query =
                        database.prepareStatement("select max(version) from stale_policy where workspace_id = ?")) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** A ticket of the workspace that came to Waiting then, not sent yet. */
    SentTicket waiting(Instant since) {
        return new SentTicket(id)
                .created(since.minusSeconds(60), TicketPriority.NORMAL)
                .status(since, TicketStatus.WAITING);
    }

    static void notBefore(Instant earliest, Instant at) {
        assertFalse(at.isBefore(earliest), () -> at + " is before " + earliest);
    }

    /** The command of that number that was given about the ticket, counted from 1. */
    static SeenEvent command(Watch watch, SentTicket ticket, int number) {
        return watch.await(number, event -> Sla.about(ticket).test(event) && event.data() instanceof TicketCommand)
                .get(number - 1);
    }

    static TicketCommand.PingStale ping(SeenEvent command) {
        return (TicketCommand.PingStale) command.data();
    }

    static Instant time(SeenEvent event) {
        return Instant.parse(event.header("ce_time"));
    }

    /** As ticket-service does when an agent was told: the time of the fact. */
    static Instant deliver(SentTicket ticket, SeenEvent command) {
        Instant at = Sla.now();
        ticket.pinged(
                        at,
                        UUID.fromString(command.header("ce_id")),
                        ping(command).graceUntil())
                .send();
        return at;
    }

    static void reject(SentTicket ticket, SeenEvent command) {
        Events.publish(OutboundEvent.of(
                ticket.workspace,
                ticket.id,
                new TicketAnswer.CommandRejected(
                        command.type(), new Problem("ping-undeliverable", 422, "Nobody is there")),
                Sla.now(),
                null,
                new Origin("system:ticket-service", "test", command.header("ce_id"))));
    }

    static Predicate<SeenEvent> alert(SentTicket ticket) {
        return Sla.is(ticket, SlaEvent.StalePingFailed.class);
    }
}
