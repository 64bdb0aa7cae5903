package io.omniflow.testing.sample;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tickets that are nothing but a version: each note is a fact with the next one, told under the lock of the row. */
@ApplicationScoped
public class SampleTickets {
    private final Transactions transactions;
    private final Outbox outbox;

    SampleTickets(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    public Uni<Void> open(UUID workspace, UUID ticket) {
        return transactions.write(transaction -> transaction
                .preparedQuery("insert into ticket (workspace_id, id, version) values ($1, $2, 0)")
                .execute(Tuple.of(workspace, ticket))
                .replaceWithVoid());
    }

    /** All in one transaction of their own. */
    public Uni<List<OutboundEvent>> add(UUID workspace, UUID ticket, List<String> notes) {
        return transactions.write(transaction -> add(transaction, workspace, ticket, notes));
    }

    /** The facts that were told. */
    public Uni<List<OutboundEvent>> add(SqlConnection transaction, UUID workspace, UUID ticket, List<String> notes) {
        return transaction
                .preparedQuery("update ticket set version = version + $3 where workspace_id = $1 and id = $2"
                        + " returning version")
                .execute(Tuple.of(workspace, ticket, notes.size()))
                .map(rows -> rows.iterator().next().getLong("version"))
                .map(last -> facts(workspace, ticket, notes, last - notes.size()))
                .call(facts -> outbox.append(transaction, facts));
    }

    private static List<OutboundEvent> facts(UUID workspace, UUID ticket, List<String> notes, long before) {
        Instant now = Instant.now();
        List<OutboundEvent> facts = new ArrayList<>();
        for (String note : notes) {
            long version = before + facts.size() + 1;
            facts.add(OutboundEvent.of(
                    new WorkspaceId(workspace),
                    ticket,
                    NoteFacts.noteAdded(ticket, note, version, now),
                    now,
                    version,
                    new Origin("agent:anna", ticket.toString(), null)));
        }
        return facts;
    }
}
