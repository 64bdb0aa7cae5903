package io.omniflow.integration.incoming;

import io.micrometer.core.instrument.MeterRegistry;
import io.omniflow.integration.connection.SealedConnection;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.IncomingState;
import io.omniflow.integration.incoming.domain.IncomingWebhook;
import io.omniflow.integration.incoming.domain.Vendor;
import io.omniflow.integration.incoming.domain.Verdict;
import io.omniflow.integration.incoming.domain.WebhookId;
import io.omniflow.kit.time.Ids;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Judges a webhook by its raw body and keeps it; nothing is worked off here. Unknown connections, missing secrets and wrong
 * signatures look alike from outside, and leave nothing behind but a count.
 */
@ApplicationScoped
public class ReceiveWebhook {
    private static final Logger LOG = Logger.getLogger(ReceiveWebhook.class);
    private static final Verdict UNKNOWN = new Verdict.Forged("no such connection");

    private final KnownConnections connections;
    private final IncomingWebhooks webhooks;
    private final Map<ExternalSystem, WebhookReader> readers;
    private final IncomingSignal signal;
    private final MeterRegistry metrics;
    private final Clock clock;

    ReceiveWebhook(
            KnownConnections connections,
            IncomingWebhooks webhooks,
            @All List<WebhookReader> readers,
            IncomingSignal signal,
            MeterRegistry metrics,
            Clock clock) {
        this.connections = connections;
        this.webhooks = webhooks;
        this.readers = readers.stream()
                .flatMap(reader -> reader.systems().stream().map(system -> Map.entry(system, reader)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.signal = signal;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A connection and what is to be thought of a request to it. */
    private record Judged(Optional<Connection> connection, Verdict verdict) {}

    public Uni<Reception> receive(Vendor vendor, ConnectionId id, IncomingRequest request) {
        Instant now = clock.instant();
        Optional<SealedConnection> atHand = connections.atHand(id);
        Judged first = judge(vendor, atHand, request, now);
        // A secret may have been changed since, so who is refused by what is at hand is judged by what is stored.
        Uni<Judged> judged = first.verdict() instanceof Verdict.Forged
                ? connections.read(id).map(stored -> judge(vendor, stored, request, now))
                : Uni.createFrom().item(first);
        return judged.flatMap(found -> follow(vendor, found, request, now));
    }

    private Judged judge(Vendor vendor, Optional<SealedConnection> sealed, IncomingRequest request, Instant now) {
        if (sealed.isEmpty() || Vendor.of(systemOf(sealed.get())) != vendor) {
            return new Judged(Optional.empty(), UNKNOWN);
        }
        OpenConnection open = sealed.get().open();
        @Nullable WebhookReader reader = readers.get(systemOf(sealed.get()));
        Verdict verdict = reader == null || open.secrets().webhookSecret() == null
                ? new Verdict.Forged("no secret to judge by")
                : judge(reader, open, request, now);
        return new Judged(Optional.of(open.connection()), verdict);
    }

    /** Whatever a stranger sends must not be able to break us. */
    private static Verdict judge(WebhookReader reader, OpenConnection open, IncomingRequest request, Instant now) {
        try {
            return reader.judge(open, request, now);
        } catch (RuntimeException mistake) {
            LOG.errorf(
                    mistake,
                    "A webhook of connection %s could not be judged",
                    open.connection().id().value());
            return new Verdict.Forged("could not be judged");
        }
    }

    private Uni<Reception> follow(Vendor vendor, Judged judged, IncomingRequest request, Instant now) {
        return switch (judged.verdict()) {
            case Verdict.Genuine(String delivery) -> keep(vendor, kept(judged, delivery, request, now));
            case Verdict.Unreadable(String reason) -> {
                Kept whole = kept(judged, hex(digest(request.body())), request, now);
                yield keep(vendor, new Kept(whole.webhook().unreadable(reason, now), request.body()));
            }
            case Verdict.Challenge(String answer) -> told(vendor, "challenge", new Reception.Challenged(answer));
            case Verdict.TooOld _ -> told(vendor, "too_old", new Reception.Refused());
            case Verdict.Forged _ -> told(vendor, "forged", new Reception.Refused());
        };
    }

    private Uni<Reception> keep(Vendor vendor, Kept webhook) {
        return webhooks.keep(webhook).flatMap(keeping -> switch (keeping) {
            case KEPT -> {
                signal.wake();
                yield told(vendor, "kept", new Reception.Accepted());
            }
            case KNOWN -> told(vendor, "known", new Reception.Accepted());
            case HOMELESS -> told(vendor, "forged", new Reception.Refused());
        });
    }

    private Uni<Reception> told(Vendor vendor, String result, Reception reception) {
        metrics.counter("omniflow.webhooks.received", "vendor", vendor.text(), "result", result)
                .increment();
        return Uni.createFrom().item(reception);
    }

    private static Kept kept(Judged judged, String delivery, IncomingRequest request, Instant now) {
        Connection connection = judged.connection().orElseThrow();
        byte[] body = request.body();
        IncomingWebhook webhook = new IncomingWebhook(
                connection.workspace(),
                new WebhookId(Ids.next()),
                connection.id(),
                connection.terms().system(),
                delivery,
                IncomingState.WAITING,
                0,
                now,
                null,
                body.length,
                now,
                null);
        return new Kept(webhook, body);
    }

    private static ExternalSystem systemOf(SealedConnection sealed) {
        return sealed.connection().terms().system();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
