package io.omniflow.kit.inbox;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * A replica that was killed and comes back takes up its partitions where it left them at once. As a new member it would wait until
 * Kafka has given up who it was before, for the whole session timeout (static membership, KIP-345).
 */
@ApplicationScoped
public class StableMembership implements ClientCustomizer<Map<String, Object>> {
    private final Optional<String> replica;

    StableMembership(ReplicaConfig config) {
        this.replica = config.name();
    }

    /** The channels of a service share a group and are members of their own in it. */
    @Override
    public Map<String, Object> customize(String channel, Config config, Map<String, Object> client) {
        if (replica.isEmpty() || !client.containsKey(ConsumerConfig.GROUP_ID_CONFIG)) {
            return client;
        }
        Map<String, Object> named = new HashMap<>(client);
        named.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, replica.get() + "-" + channel);
        return named;
    }
}
