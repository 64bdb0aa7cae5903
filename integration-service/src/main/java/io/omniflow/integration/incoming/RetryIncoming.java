package io.omniflow.integration.incoming;

import io.omniflow.integration.incoming.domain.IncomingWebhook;
import io.omniflow.integration.incoming.domain.WebhookId;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Has a webhook worked off again that was put aside. It takes its old place, before all that came after it and still wait. */
@ApplicationScoped
public class RetryIncoming {
    private final IncomingWebhooks webhooks;
    private final Transactions transactions;
    private final IncomingSignal signal;
    private final Clock clock;

    RetryIncoming(IncomingWebhooks webhooks, Transactions transactions, IncomingSignal signal, Clock clock) {
        this.webhooks = webhooks;
        this.transactions = transactions;
        this.signal = signal;
        this.clock = clock;
    }

    public Uni<IncomingWebhook> retry(WorkspaceId workspace, WebhookId id) {
        return webhooks.find(workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The webhook")))
                .flatMap(this::restart)
                .invoke(signal::wake);
    }

    private Uni<IncomingWebhook> restart(IncomingWebhook before) {
        if (!before.canBeRetried()) {
            return Uni.createFrom().failure(notPutAside());
        }
        IncomingWebhook after = before.retried(clock.instant());
        return transactions
                .writeAtOnce(pool -> webhooks.change(pool, before, after))
                .map(ours -> {
                    if (!ours) {
                        throw notPutAside();
                    }
                    return after;
                });
    }

    private static RuntimeException notPutAside() {
        return Problems.conflict("webhook-not-put-aside", "Only unreadable and failed webhooks can be retried");
    }
}
