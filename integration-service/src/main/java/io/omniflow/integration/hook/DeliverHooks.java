package io.omniflow.integration.hook;

import io.micrometer.core.instrument.MeterRegistry;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.Answer;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.HookCall;
import io.omniflow.integration.hook.domain.HookClaim;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.integration.hook.domain.HookState;
import io.omniflow.integration.hook.domain.Shutdown;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Claim, attempt, settle. What cannot be settled, as in a crash, is left to its lease and sent again under the same id. */
@ApplicationScoped
public class DeliverHooks {
    private static final Logger LOG = Logger.getLogger(DeliverHooks.class);

    private final HookDeliveries deliveries;
    private final Endpoints endpoints;
    private final HookPost post;
    private final HookEvents events;
    private final Transactions transactions;
    private final Outbox outbox;
    private final HookConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    DeliverHooks(
            HookDeliveries deliveries,
            Endpoints endpoints,
            HookPost post,
            HookEvents events,
            Transactions transactions,
            Outbox outbox,
            HookConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.post = post;
        this.events = events;
        this.transactions = transactions;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Uni<List<HookClaim>> claim(int most) {
        // As the database keeps it: what it is compared with later was stored.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return deliveries.claim(now, now.plus(config.lease()), most, config.concurrencyOfEndpoint());
    }

    public Uni<Void> deliver(HookClaim claim) {
        HookDelivery delivery = claim.delivery();
        Instant now = clock.instant();
        HookCall call = new HookCall(
                claim.url(),
                delivery.message(),
                now,
                claim.body(),
                claim.secrets().valid(now),
                delivery.attempts());
        return Uni.createFrom()
                .deferred(() -> post.post(call))
                .onFailure()
                .recoverWithItem(failure -> broken(claim, failure))
                .flatMap(answer -> settle(claim, answer));
    }

    /** A mistake of our own is no reason to give a message up at once, nor to repeat it for ever. */
    private static Answer broken(HookClaim claim, Throwable failure) {
        LOG.errorf(
                failure,
                "Webhook message %s could not be sent",
                claim.delivery().message());
        return new Answer.Silent(new Problem("internal-error", 500, "The attempt failed on our side"), Duration.ZERO);
    }

    private Uni<Void> settle(HookClaim claim, Answer answer) {
        HookDelivery after = claim.delivery()
                .after(
                        answer,
                        claim.startedAt(),
                        config.plan(),
                        clock.instant(),
                        ThreadLocalRandom.current().nextDouble());
        Uni<Boolean> settled = after.state() == HookState.FAILED
                ? transactions.write(transaction -> giveUp(transaction, claim, after, answer))
                : transactions.writeAtOnce(pool -> deliveries.settle(pool, claim, after));
        return settled.invoke(ours -> count(answer, after, ours)).replaceWithVoid();
    }

    private Uni<Boolean> giveUp(SqlClient transaction, HookClaim claim, HookDelivery after, Answer answer) {
        return deliveries
                .settle(transaction, claim, after)
                .call(ours -> ours ? shutIfHopeless(transaction, claim, after, answer) : nothing());
    }

    private Uni<Void> shutIfHopeless(SqlClient transaction, HookClaim claim, HookDelivery after, Answer answer) {
        return endpoints
                .openForChange(transaction, after.workspace(), after.endpoint())
                .map(found -> found.flatMap(open -> shut(open.endpoint(), claim, answer)))
                .flatMap(shut -> shut.map(done -> endpoints
                                .save(transaction, done.after())
                                .call(() ->
                                        outbox.append(transaction, events.shut(done.before(), done.after(), after))))
                        .orElseGet(DeliverHooks::nothing));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private record Shut(Endpoint before, Endpoint after) {}

    private Optional<Shut> shut(Endpoint endpoint, HookClaim claim, Answer answer) {
        Shutdown.@Nullable Reason reason = reason(endpoint, claim, answer);
        return reason == null
                ? Optional.empty()
                : Optional.of(new Shut(endpoint, endpoint.shut(reason, clock.instant())));
    }

    private static Shutdown.@Nullable Reason reason(Endpoint endpoint, HookClaim claim, Answer answer) {
        if (answer instanceof Answer.Refused refused && refused.isGone()) {
            return endpoint.terms().activity() == Activity.ENABLED ? Shutdown.Reason.GONE : null;
        }
        @Nullable Instant first = claim.delivery().firstAttemptAt();
        return first != null && endpoint.failedThroughout(first) ? Shutdown.Reason.FAILING : null;
    }

    private void count(Answer answer, HookDelivery after, boolean ours) {
        String result =
                switch (answer) {
                    case Answer.Taken _ -> "taken";
                    case Answer.Refused _ -> "refused";
                    case Answer.Silent _ -> "silent";
                };
        metrics.counter(
                        "omniflow.hooks.attempts",
                        "result",
                        result,
                        "state",
                        ours ? after.state().text() : "lost")
                .increment();
    }
}
