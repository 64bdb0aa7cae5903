package io.omniflow.integration.incoming;

import io.micrometer.core.instrument.MeterRegistry;
import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.DeliverySignal;
import io.omniflow.integration.incoming.domain.IncomingWebhook;
import io.omniflow.integration.incoming.domain.Lane;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.kit.outbox.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the oldest webhook of a lane and gives what it says to all who follow something from it, in the one transaction that
 * marks it as done. Who is killed meanwhile leaves it as it was, and its lane free.
 */
@ApplicationScoped
public class WorkOffIncoming {
    private static final Logger LOG = Logger.getLogger(WorkOffIncoming.class);

    private final IncomingWebhooks webhooks;
    private final Connections connections;
    private final Map<ExternalSystem, WebhookReader> readers;
    private final List<SignalTaker> takers;
    private final Transactions transactions;
    private final DeliverySignal deliveries;
    private final IncomingConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    WorkOffIncoming(
            IncomingWebhooks webhooks,
            Connections connections,
            @All List<WebhookReader> readers,
            @All List<SignalTaker> takers,
            Transactions transactions,
            DeliverySignal deliveries,
            IncomingConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.webhooks = webhooks;
        this.connections = connections;
        this.readers = readers.stream()
                .flatMap(reader -> reader.systems().stream().map(system -> Map.entry(system, reader)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.takers = takers;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    public enum Step {
        ONE_LESS,
        NOTHING_TO_DO
    }

    public Uni<Step> next(Lane lane) {
        return transactions
                .write(transaction -> webhooks.takeFirst(transaction, lane, clock.instant())
                        .flatMap(found -> found.map(
                                        first -> workOff(transaction, first).replaceWith(Step.ONE_LESS))
                                .orElseGet(() -> Uni.createFrom().item(Step.NOTHING_TO_DO))))
                .invoke(this::wakeDeliveries)
                .onFailure(NotTaken.class)
                .recoverWithUni(failure -> putOff(failure).replaceWith(Step.ONE_LESS));
    }

    private void wakeDeliveries(Step step) {
        if (step == Step.ONE_LESS) {
            deliveries.wake();
        }
    }

    private Uni<Void> workOff(SqlClient transaction, Kept first) {
        IncomingWebhook webhook = first.webhook();
        return connections
                .open(transaction, webhook.workspace(), webhook.connectionId())
                .flatMap(found -> found.map(connection -> follow(transaction, connection, first))
                        .orElseGet(() ->
                                Uni.createFrom().item(webhook.failed("The connection was removed", clock.instant()))))
                .onFailure()
                .transform(failure -> new NotTaken(webhook, failure))
                .flatMap(after -> webhooks.settle(transaction, after).invoke(() -> count(after)));
    }

    private Uni<IncomingWebhook> follow(SqlClient transaction, OpenConnection connection, Kept first) {
        IncomingWebhook webhook = first.webhook();
        List<Signal> signals;
        try {
            signals = read(connection, first.body());
        } catch (RuntimeException unreadable) {
            LOG.infof("Webhook %s cannot be read: %s", webhook.id().value(), unreadable.getClass());
            return Uni.createFrom().item(webhook.unreadable(reason(unreadable), clock.instant()));
        }
        return Multi.createFrom()
                .iterable(signals)
                .onItem()
                .transformToUniAndConcatenate(signal -> give(transaction, connection, signal))
                .collect()
                .last()
                .map(_ -> webhook.done(clock.instant()));
    }

    private List<Signal> read(OpenConnection connection, byte[] body) {
        @Nullable WebhookReader reader = readers.get(connection.connection().terms().system());
        if (reader == null) {
            throw new IllegalArgumentException("Nobody reads webhooks of this system");
        }
        return reader.read(connection, body);
    }

    private Uni<Void> give(SqlClient transaction, OpenConnection connection, Signal signal) {
        return Multi.createFrom()
                .iterable(takers)
                .onItem()
                .transformToUniAndConcatenate(taker -> taker.take(transaction, connection.connection(), signal))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> putOff(NotTaken failure) {
        IncomingWebhook before = failure.webhook;
        LOG.warnf(
                failure.getCause(),
                "Webhook %s could not be worked off",
                before.id().value());
        IncomingWebhook after = before.putOff(
                "The work failed on our side: " + nameOf(failure.getCause()),
                config.schedule(),
                clock.instant(),
                ThreadLocalRandom.current().nextDouble());
        return transactions
                .writeAtOnce(pool -> webhooks.change(pool, before, after))
                .invoke(ours -> Optional.of(after).filter(_ -> ours).ifPresent(this::count))
                .replaceWithVoid();
    }

    private void count(IncomingWebhook after) {
        metrics.counter(
                        "omniflow.webhooks.worked",
                        "system",
                        after.system().text(),
                        "result",
                        after.state().text())
                .increment();
    }

    /** Readers say in words of their own what they cannot read; anything else may quote the body. */
    private static String reason(RuntimeException unreadable) {
        @Nullable String said = unreadable.getMessage();
        return unreadable.getClass() == IllegalArgumentException.class && said != null
                ? said
                : "The body cannot be read: " + nameOf(unreadable);
    }

    private static String nameOf(@Nullable Throwable failure) {
        return failure == null ? "unknown" : failure.getClass().getSimpleName();
    }

    /** Rolls back what was begun and carries what it was about out of the transaction. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IncomingWebhook webhook;

        private NotTaken(IncomingWebhook webhook, Throwable cause) {
            super(cause);
            this.webhook = webhook;
        }
    }
}
