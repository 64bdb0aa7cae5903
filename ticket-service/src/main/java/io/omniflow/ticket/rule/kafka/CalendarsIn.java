package io.omniflow.ticket.rule.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.ticket.rule.Calendars;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the calendars sla-service tells of; a workspace's settings come in their order. */
@ApplicationScoped
public class CalendarsIn {
    private static final String KIND = "calendar";

    private final Inbox inbox;
    private final Calendars calendars;

    CalendarsIn(Inbox inbox, Calendars calendars) {
        this.inbox = inbox;
        this.calendars = calendars;
    }

    @Incoming("workspace-settings")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive("ticket-service", batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReceivedEvent received : events) {
            if (received.data() instanceof WorkspaceEvent.SettingChanged changed && KIND.equals(changed.kind())) {
                done = done.chain(() -> keep(transaction, received, changed));
            }
        }
        return done;
    }

    private Uni<Void> keep(SqlConnection transaction, ReceivedEvent received, WorkspaceEvent.SettingChanged changed) {
        return id(changed.settingId())
                .map(id -> changed.after() == null
                        ? calendars.forget(transaction, received.workspace(), id)
                        : calendars.keep(transaction, received.workspace(), id, changed.after()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** What no rule can name needs no copy. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
