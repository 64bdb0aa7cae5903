package io.omniflow.integration;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Plays ticket-service for one workspace: keeps tickets, obeys commands, tells facts with gapless versions. */
final class TicketHouse implements AutoCloseable {
    private final WorkspaceId workspace;
    private final Map<UUID, TicketState> tickets = new ConcurrentHashMap<>();
    private final List<Object> obeyed = new CopyOnWriteArrayList<>();
    private final Events.Sender sender = Events.sender();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread worker;

    TicketHouse(UUID workspace) {
        this.workspace = new WorkspaceId(workspace);
        this.worker = Thread.ofPlatform().name("ticket-house").start(this::work);
        try {
            ready.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    UUID open(String title) {
        return open(title, TicketStatus.OPEN);
    }

    synchronized UUID open(String title, TicketStatus status) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        tickets.put(id, state(id, title, tickets.size() + 1L, status, null, 1, now));
        return id;
    }

    /** Somebody changes a ticket's status. */
    void change(UUID id, TicketStatus status) {
        change(id, status, new Origin("agent:anna", UUID.randomUUID().toString(), null));
    }

    synchronized void note(UUID id, String body, @Nullable String audience) {
        TicketState after = next(ticket(id), ticket(id).status(), null);
        tell(
                after,
                new TicketEvent.NoteAdded(UUID.randomUUID(), body, after, null, audience),
                new Origin("agent:anna", UUID.randomUUID().toString(), null));
    }

    synchronized void merge(UUID source, UUID destination) {
        TicketStatus before = ticket(source).status();
        UUID merge = UUID.randomUUID();
        Origin origin = new Origin("agent:anna", merge.toString(), null);
        TicketState merged = next(ticket(source), TicketStatus.CLOSED, destination);
        tell(merged, new TicketEvent.Merged(merge, destination, before, merged), origin);
        TicketState absorbed = next(ticket(destination), ticket(destination).status(), null);
        tell(
                absorbed,
                new TicketEvent.Absorbed(merge, source, List.of(), List.of(), List.of(), List.of(), absorbed),
                origin);
    }

    synchronized void undoMerge(UUID source, UUID destination, TicketStatus status) {
        UUID merge = UUID.randomUUID();
        Origin origin = new Origin("agent:anna", merge.toString(), null);
        TicketState again = next(ticket(source), status, null);
        tell(again, new TicketEvent.MergeUndone(merge, destination, again), origin);
        TicketState other = next(ticket(destination), ticket(destination).status(), null);
        tell(other, new TicketEvent.MergeUndone(merge, source, other), origin);
    }

    TicketState ticket(UUID id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    TicketStatus status(UUID id) {
        return ticket(id).status();
    }

    /** Commands of a kind about a ticket that were obeyed, in their order. */
    <T extends TicketCommand> List<T> obeyed(Class<T> kind, UUID ticket) {
        return obeyed.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(command -> about(command).equals(ticket))
                .toList();
    }

    private static UUID about(TicketCommand command) {
        return switch (command) {
            case TicketCommand.ChangeStatus change -> change.ticketId();
            case TicketCommand.SetLinkState state -> state.ticketId();
            case TicketCommand.AddNote note -> note.ticketId();
            case TicketCommand.ReportState report -> report.ticketId();
            default -> throw new IllegalArgumentException("not played: " + command);
        };
    }

    private synchronized void change(UUID id, TicketStatus status, Origin origin) {
        TicketState before = ticket(id);
        if (before.status() != status) {
            TicketState after = next(before, status, before.mergedInto());
            tell(after, new TicketEvent.StatusChanged(before.status(), status, after), origin);
        }
    }

    private void work() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Events.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.TICKET_COMMANDS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!closed.get()) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::obey);
            }
        }
    }

    private void obey(ConsumerRecord<String, byte[]> record) {
        if (!header(record, EventHeaders.WORKSPACE).equals(workspace.value().toString())) {
            return;
        }
        TicketCommand command = command(record);
        Origin origin = new Origin(
                header(record, EventHeaders.ACTOR),
                header(record, EventHeaders.CORRELATION),
                header(record, EventHeaders.ID));
        obey(command, origin);
        obeyed.add(command);
    }

    private synchronized void obey(TicketCommand command, Origin origin) {
        TicketState ticket = ticket(about(command));
        switch (command) {
            case TicketCommand.ReportState _ -> answer(ticket, new TicketAnswer.StateReported(ticket), origin);
            case TicketCommand.ChangeStatus change
            when ticket.status() == change.status() ->
                answer(ticket, new TicketAnswer.CommandUnchanged(typeOf(command), ticket), origin);
            case TicketCommand.ChangeStatus change -> change(ticket.id(), change.status(), origin);
            case TicketCommand.AddNote note -> {
                TicketState after = next(ticket, ticket.status(), ticket.mergedInto());
                tell(
                        after,
                        new TicketEvent.NoteAdded(
                                UUID.randomUUID(), note.body(), after, note.authorName(), note.audience()),
                        origin);
            }
            default -> answer(ticket, new TicketAnswer.CommandUnchanged(typeOf(command), ticket), origin);
        }
    }

    private static String typeOf(TicketCommand command) {
        return EventCatalog.typeOf(command.getClass());
    }

    private static TicketCommand command(ConsumerRecord<String, byte[]> record) {
        Class<?> type = EventCatalog.recordOf(header(record, EventHeaders.TYPE)).orElseThrow();
        try {
            return (TicketCommand) ContractJson.mapper().readValue(record.value(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void tell(TicketState after, TicketEvent fact, Origin origin) {
        tickets.put(after.id(), after);
        sender.send(OutboundEvent.of(workspace, after.id(), fact, after.updatedAt(), after.version(), origin));
    }

    private void answer(TicketState ticket, TicketAnswer answer, Origin origin) {
        sender.send(OutboundEvent.of(workspace, ticket.id(), answer, Instant.now(), null, origin));
    }

    private static TicketState next(TicketState before, TicketStatus status, @Nullable UUID mergedInto) {
        return state(
                before.id(),
                before.title(),
                before.number(),
                status,
                mergedInto,
                before.version() + 1,
                before.createdAt());
    }

    private static TicketState state(
            UUID id,
            String title,
            long number,
            TicketStatus status,
            @Nullable UUID mergedInto,
            long version,
            Instant createdAt) {
        return new TicketState(
                id,
                number,
                title,
                "Steps to see it",
                status,
                TicketPriority.NORMAL,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                TicketSource.API,
                null,
                mergedInto,
                version,
                createdAt,
                Instant.now(),
                null,
                null,
                null);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            worker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sender.close();
    }
}
