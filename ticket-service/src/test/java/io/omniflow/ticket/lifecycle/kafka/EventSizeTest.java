package io.omniflow.ticket.lifecycle.kafka;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.Limits;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.Load;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.Merging;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bounds of a ticket leave room for every event it can make. */
class EventSizeTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String CONTROL = "\u0001";
    private static final UUID ID = new UUID(7, 7);

    private static String text(String filler) {
        return filler.repeat(Limits.TEXT_BYTES / ContractJson.size(CONTROL));
    }

    private static List<UUID> ids(int group) {
        return IntStream.range(0, Ticket.MOST_LINKS)
                .mapToObj(i -> new UUID(group, i))
                .toList();
    }

    /** As large as fields may be, the more of them the worse. */
    private static Map<String, Object> fields(String filler) {
        Map<String, Object> fields = new HashMap<>();
        int each = CustomFields.MOST_BYTES / CustomFields.MOST / ContractJson.size(CONTROL) - 3;
        IntStream.range(0, CustomFields.MOST).forEach(i -> fields.put("f" + i, filler.repeat(each)));
        assertTrue(CustomFields.size(fields) <= CustomFields.MOST_BYTES);
        assertTrue(CustomFields.size(fields) > CustomFields.MOST_BYTES * 9 / 10);
        return fields;
    }

    private static Ticket largest() {
        List<String> tags = IntStream.range(0, Tags.MOST)
                .mapToObj(i -> CONTROL.repeat(Tags.LONGEST - 2) + (10 + i))
                .toList();
        NewTicket wanted = new NewTicket(
                CONTROL.repeat(Limits.TITLE_CHARACTERS),
                text(CONTROL),
                Status.IN_PROGRESS,
                Priority.URGENT,
                ID,
                ID,
                new Tags(tags),
                ids(1),
                ids(2),
                fields(CONTROL),
                Source.IMPORT,
                CONTROL.repeat(200));
        return Ticket.open(wanted, new TicketId(ID), Long.MAX_VALUE, NOON).ticket();
    }

    @Test
    void every_event_of_the_largest_ticket_fits() throws Exception {
        Map<String, @Nullable Object> patch = new HashMap<>(fields("\u0002"));
        List<Step> steps = List.of(
                new Step.SetDescription(text("\u0002")),
                new Step.EditNote(ID, text(CONTROL), text("\u0002")),
                new Step.PatchCustomFields(patch),
                new Step.RemoveTag(CONTROL.repeat(Tags.LONGEST - 2) + 10));
        Accepted changed = assertInstanceOf(Accepted.class, largest().decide(steps, NOON));
        List<OutboundEvent> events = new TicketEventsOut()
                .of(new WorkspaceId(ID), changed.facts(), new Origin("agent:anna", "c", null), History.LIVE);
        for (OutboundEvent event : events) {
            int size = ContractJson.mapper().writeValueAsBytes(event.data()).length;
            assertTrue(size <= Limits.EVENT_BYTES, event.data().getClass().getSimpleName() + " has " + size);
        }
    }

    @Test
    void a_merge_that_moves_as_much_as_may_be_fits() throws Exception {
        List<UUID> notes = IntStream.range(0, Merging.MOST_NOTES)
                .mapToObj(i -> new UUID(3, i))
                .toList();
        Ticket largest = largest();
        Load load = new Load(
                largest.conversationIds(),
                largest.contactIds(),
                notes,
                largest.tags().values());
        Accepted absorbed = assertInstanceOf(
                Accepted.class, largest.decide(List.of(new Step.Absorb(ID, new TicketId(ID), load, NOON)), NOON));
        OutboundEvent event = new TicketEventsOut()
                .of(new WorkspaceId(ID), absorbed.facts(), new Origin("agent:anna", "c", null), History.LIVE)
                .getFirst();
        int size = ContractJson.mapper().writeValueAsBytes(event.data()).length;
        assertTrue(size <= Limits.EVENT_BYTES, "It has " + size);
    }
}
