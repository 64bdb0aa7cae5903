package io.omniflow.merge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact with a conversation and a ticket, what the log records of them, and their erasure. */
record Erasure(Desk desk, UUID ticket, UUID contact, UUID conversation) {
    static final String SECRET = "DE89 3704 0044 0532 0130 00";
    static final Instant ERASED_AT = Desk.NOON.plusSeconds(3600);

    static Erasure at(Desk desk) {
        return new Erasure(desk, Ids.next(), Ids.next(), Ids.next());
    }

    OutboundEvent opened() {
        return desk.ticketFact(ticket, 1, new TicketEvent.Created(state("IBAN " + SECRET)));
    }

    OutboundEvent said(long version, UUID where) {
        return desk.ticketFact(
                ticket,
                version,
                new TicketEvent.CustomerMessageReceived(where, Ids.next(), null, "It is " + SECRET, state(null)));
    }

    OutboundEvent replied(long version) {
        return desk.ticketFact(
                ticket, version, new TicketEvent.AgentReplied(conversation, Ids.next(), "Thanks, Maria", state(null)));
    }

    OutboundEvent noted(long version) {
        return desk.ticketFact(ticket, version, new TicketEvent.NoteAdded(Ids.next(), "Ask engineering", state(null)));
    }

    OutboundEvent erased() {
        return OutboundEvent.of(
                desk.workspace(),
                desk.workspace().value(),
                new WorkspaceEvent.ContactErased(contact, List.of(conversation)),
                ERASED_AT,
                null,
                new Origin("agent:admin", "erasure-1", null));
    }

    private TicketState state(@Nullable String description) {
        return new TicketState(
                ticket,
                4711,
                "Refund",
                description,
                TicketStatus.OPEN,
                TicketPriority.NORMAL,
                null,
                null,
                List.of(),
                List.of(contact),
                List.of(conversation),
                Map.of(),
                TicketSource.API,
                null,
                null,
                1,
                Desk.NOON,
                Desk.NOON,
                null,
                null,
                null);
    }

    /** Entries and waiting facts of the desk whose payload holds a text. */
    long holding(String text) throws SQLException {
        try (Connection owner = Databases.owner();
                PreparedStatement count = owner.prepareStatement("""
                        select (select count(*) from audit_entry where workspace_id = ? and position(? in payload) > 0)
                          + (select count(*) from accepted where workspace_id = ? and position(? in payload) > 0)
                        """)) {
            count.setObject(1, desk.workspace().value());
            count.setString(2, text);
            count.setObject(3, desk.workspace().value());
            count.setString(4, text);
            ResultSet rows = count.executeQuery();
            assertEquals(true, rows.next());
            return rows.getLong(1);
        }
    }
}
