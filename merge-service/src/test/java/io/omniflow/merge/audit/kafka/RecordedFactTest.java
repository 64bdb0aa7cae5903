package io.omniflow.merge.audit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.PublishedUpTo;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Position;
import io.omniflow.merge.audit.domain.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedFactTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(7, 1));
    private static final UUID TICKET = new UUID(7, 2);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456789Z");
    private static final String ORIGIN =
            "\"origin\":{\"backfill\":true,\"causationId\":\"cause\",\"changeId\":null,\"sequence\":2,\"sourceAddress\":\"192.0.2.7\"}}";

    @Test
    void a_change_keeps_before_and_after_and_not_the_whole_ticket() {
        Fact fact = recorded(new TicketEvent.StatusChanged(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, state()));

        assertEquals("status_changed", fact.kind());
        assertEquals(TICKET, fact.ticketId());
        assertEquals("agent:anna", fact.actor());
        assertEquals("ticket-service", fact.service());
        assertEquals(Instant.parse("2026-11-24T12:00:00.123Z"), fact.at());
        assertEquals("{\"after\":\"in_progress\",\"before\":\"open\",\"details\":{}," + ORIGIN, fact.payload());
    }

    @Test
    void what_has_no_before_is_told_in_the_details() {
        UUID merge = new UUID(7, 3);
        Fact fact = recorded(new TicketEvent.MergeUndone(merge, new UUID(7, 4), state()));

        assertEquals(merge, fact.mergeId());
        assertEquals(
                "{\"after\":null,\"before\":null,\"details\":{\"counterpart\":\"" + new UUID(7, 4) + "\",\"mergeId\":\""
                        + merge + "\"}," + ORIGIN,
                fact.payload());
    }

    @Test
    void a_setting_belongs_to_no_ticket() {
        Fact fact = recorded(new WorkspaceEvent.SettingChanged("policy", "gold", null, Map.of("name", "Gold")));

        assertNull(fact.ticketId());
        assertEquals(
                "{\"after\":{\"name\":\"Gold\"},\"before\":null,"
                        + "\"details\":{\"kind\":\"policy\",\"settingId\":\"gold\"}," + ORIGIN,
                fact.payload());
    }

    @Test
    void an_answer_without_a_fact_is_left_out() {
        assertEquals(Optional.empty(), RecordedFact.of(received(WORKSPACE, new TicketAnswer.StateReported(state()))));
    }

    @Test
    void what_names_no_workspace_or_does_not_belong_here_is_refused() {
        ReceivedEvent nobodys = received(new WorkspaceId(new UUID(0, 0)), new TicketEvent.Created(state()));
        ReceivedEvent stray = received(WORKSPACE, new PublishedUpTo("omniflow.tickets.v1", NOON, List.of()));

        assertThrows(IllegalArgumentException.class, () -> RecordedFact.of(nobodys));
        assertThrows(IllegalArgumentException.class, () -> RecordedFact.of(stray));
    }

    private static Fact recorded(Object data) {
        return RecordedFact.of(received(WORKSPACE, data)).orElseThrow();
    }

    private static ReceivedEvent received(WorkspaceId workspace, Object data) {
        return new ReceivedEvent(
                new UUID(7, 9),
                EventCatalog.typeOf(data.getClass()),
                "ticket-service",
                workspace,
                TICKET,
                NOON,
                2L,
                new Origin("agent:anna", "correlation", "cause", null, "192.0.2.7"),
                null,
                Position.LAST,
                History.BACKFILL,
                data,
                EventCatalog.topicOf(data.getClass()),
                0,
                0);
    }

    private static TicketState state() {
        return new TicketState(
                TICKET,
                1,
                "Title",
                null,
                TicketStatus.OPEN,
                TicketPriority.NORMAL,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                TicketSource.API,
                null,
                null,
                2,
                NOON,
                NOON,
                null,
                null,
                null);
    }
}
