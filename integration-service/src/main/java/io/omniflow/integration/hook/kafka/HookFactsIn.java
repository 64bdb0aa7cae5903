package io.omniflow.integration.hook.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.omniflow.contract.ContractJson;
import io.omniflow.integration.hook.FollowedTypes;
import io.omniflow.integration.hook.HookDeliveries;
import io.omniflow.integration.hook.HookSignal;
import io.omniflow.integration.hook.domain.Message;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Stores every fact for the endpoints that follow it. A group of its own: neither this nor the synchronisation of issues
 * waits for the other. Imported history is not sent, for it is no news.
 */
@ApplicationScoped
class HookFactsIn {
    private static final String CONSUMER = "integration-service-hooks";

    private final Inbox inbox;
    private final HookDeliveries deliveries;
    private final FollowedTypes types;
    private final HookSignal signal;
    private final Clock clock;

    HookFactsIn(Inbox inbox, HookDeliveries deliveries, FollowedTypes types, HookSignal signal, Clock clock) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.types = types;
        this.signal = signal;
        this.clock = clock;
    }

    @Incoming("hook-facts")
    Uni<Void> facts(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply).invoke(signal::wake);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh) {
        List<Message> messages = fresh.stream()
                .filter(event -> event.history() == History.LIVE)
                .filter(event -> types.all().contains(event.type()))
                .map(HookFactsIn::message)
                .toList();
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : deliveries.fanOut(transaction, messages, clock.instant());
    }

    private static Message message(ReceivedEvent event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type());
        body.put("timestamp", event.time());
        body.put("workspaceId", event.workspace().value());
        body.put("subject", event.subject());
        body.put("sequence", event.sequence());
        body.put("actor", event.origin().actor());
        body.put("data", event.data());
        try {
            return new Message(
                    event.workspace(),
                    event.id(),
                    event.type(),
                    event.time(),
                    ContractJson.mapper().writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not a record of the contract: " + event.type(), impossible);
        }
    }
}
