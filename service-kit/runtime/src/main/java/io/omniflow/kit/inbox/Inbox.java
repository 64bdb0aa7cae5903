package io.omniflow.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Faults;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies a batch once: the ids are inserted first and what was there already is passed over, all in the transaction of
 * the effect. While a dependency is down the batch waits, so order is kept and nothing is given up; an event that fails by
 * itself is tried alone, then put aside.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int TRIES_ALONE = 3;

    private final Transactions transactions;
    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;

    Inbox(Transactions transactions, InboxRows rows, DeadLetters deadLetters, MeterRegistry metrics) {
        this.transactions = transactions;
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * Ends when every record of the batch has had its effect, was known, unknown or put aside.
     *
     * @param consumer the consumer group; one event has one effect per consumer
     */
    public Uni<Void> receive(String consumer, ConsumerRecords<String, byte[]> batch, EventHandler handler) {
        return receive(consumer, batch, EventReader::read, handler);
    }

    /** Hands over events of types that are not known here too; their data is {@link UnknownData}. */
    public Uni<Void> receiveAny(String consumer, ConsumerRecords<String, byte[]> batch, EventHandler handler) {
        return receive(consumer, batch, EventReader::readAny, handler);
    }

    private Uni<Void> receive(
            String consumer,
            ConsumerRecords<String, byte[]> batch,
            Function<ConsumerRecord<String, byte[]>, Reading> reader,
            EventHandler handler) {
        List<Arrival> arrivals = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            arrivals.add(new Arrival(record, reader.apply(record)));
        }
        Timer.Sample started = Timer.start(metrics);
        return putUnreadableAside(consumer, arrivals)
                .chain(() -> waiting(applyTogether(consumer, arrivals, handler)))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(failure, "%d events of %s are tried one by one", arrivals.size(), consumer);
                    return applyOneByOne(consumer, arrivals, handler);
                })
                .invoke(() -> started.stop(metrics.timer("omniflow.inbox.handling", "consumer", consumer)));
    }

    /**
     * Takes note that an event this service publishes itself has had its effect already, in the transaction of that effect:
     * when it comes back, it is passed over.
     */
    public Uni<Void> passOver(SqlConnection transaction, String consumer, UUID eventId) {
        return rows.passOver(transaction, consumer, eventId);
    }

    private record Arrival(ConsumerRecord<String, byte[]> record, Reading reading) {}

    private Uni<Void> putUnreadableAside(String consumer, List<Arrival> arrivals) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Arrival arrival : arrivals) {
            switch (arrival.reading()) {
                case Reading.Unreadable(String reason) ->
                    done = done.chain(() -> waiting(deadLetters.add(consumer, arrival.record(), reason)));
                case Reading.UnknownType(String type) -> {
                    LOG.debugf("An event of a type that is not known here: %s", type);
                    metrics.counter("omniflow.inbox.unknown", "consumer", consumer)
                            .increment();
                }
                case Reading.Read _ -> {}
            }
        }
        return done;
    }

    private Uni<Void> applyTogether(String consumer, List<Arrival> arrivals, EventHandler handler) {
        List<ReceivedEvent> events = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            if (arrival.reading() instanceof Reading.Read(ReceivedEvent event)) {
                events.add(event);
            }
        }
        List<ConsumerRecord<String, byte[]>> records =
                arrivals.stream().map(Arrival::record).toList();
        return transactions.write(connection -> rows.insertFirst(connection, consumer, events)
                .flatMap(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.apply(connection, fresh))
                .chain(() -> rows.advance(connection, consumer, records)));
    }

    private Uni<Void> applyOneByOne(String consumer, List<Arrival> arrivals, EventHandler handler) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Arrival arrival : arrivals) {
            done = done.chain(() -> waiting(applyTogether(consumer, List.of(arrival), handler))
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_WAIT)
                    .atMost(TRIES_ALONE)
                    .onFailure()
                    .recoverWithUni(failure -> putAside(consumer, arrival, failure)));
        }
        return done;
    }

    private Uni<Void> putAside(String consumer, Arrival arrival, Throwable failure) {
        LOG.errorf(failure, "An event of %s cannot be applied", consumer);
        return waiting(deadLetters.add(consumer, arrival.record(), failure.toString()))
                .chain(() -> waiting(applyTogether(consumer, List.of(arrival), (connection, fresh) -> Uni.createFrom()
                        .voidItem())));
    }

    private static Uni<Void> waiting(Uni<Void> work) {
        return work.onFailure(Faults::passesByItself)
                .invoke(failure -> LOG.warnf("Waiting for a dependency: %s", failure.toString()))
                .onFailure(Faults::passesByItself)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }
}
