package io.omniflow.testing;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The commands the sample obeys, one ticket each, and what has become of them. */
record NoteCommands(UUID workspace, UUID ticket) {
    static NoteCommands ofNewTicket() {
        return new NoteCommands(UUID.randomUUID(), UUID.randomUUID());
    }

    OutboundEvent add(String body) {
        return OutboundEvent.of(
                new WorkspaceId(workspace),
                ticket,
                new TicketCommand.AddNote(ticket, body),
                Instant.now(),
                null,
                new Origin("agent:anna", ticket.toString(), null));
    }

    /** As the contract wants them. */
    Map<String, String> headers() {
        return new HashMap<>(Map.of(
                EventHeaders.SPEC_VERSION,
                "1.0",
                EventHeaders.ID,
                Ids.next().toString(),
                EventHeaders.SOURCE,
                "test",
                EventHeaders.TYPE,
                EventCatalog.typeOf(TicketCommand.AddNote.class),
                EventHeaders.SUBJECT,
                ticket.toString(),
                EventHeaders.TIME,
                ContractJson.text(Instant.now()),
                EventHeaders.WORKSPACE,
                workspace.toString()));
    }

    String json(String body) {
        return "{\"ticketId\": \"" + ticket + "\", \"body\": \"" + body + "\"}";
    }

    /** A record without a value. */
    void publishTombstone() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Events.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.TICKET_COMMANDS, ticket.toString(), null))
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The notes that were written, in the order they were. */
    List<String> effects() {
        try (Connection database = Databases.owner();
                PreparedStatement query =
                        database.prepareStatement("select body from note where ticket_id = ? order by position")) {
            query.setObject(1, ticket);
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString("body"));
                }
            }
            return bodies;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
