package io.omniflow.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

class StableMembershipTest {
    private static final Config CHANNEL = ConfigProvider.getConfig();
    private static final Map<String, Object> CONSUMER = Map.of("group.id", "desk");

    @Test
    void each_channel_of_a_named_replica_is_a_member_under_the_same_name_at_every_start() {
        StableMembership first = named("desk-1");
        assertEquals(
                Map.of("group.id", "desk", "group.instance.id", "desk-1-facts"),
                first.customize("facts", CHANNEL, CONSUMER));
        assertEquals(
                "desk-1-commands",
                first.customize("commands", CHANNEL, CONSUMER).get("group.instance.id"));
        assertEquals(
                first.customize("facts", CHANNEL, CONSUMER), named("desk-1").customize("facts", CHANNEL, CONSUMER));
    }

    @Test
    void without_a_name_and_for_producers_nothing_changes() {
        assertSame(CONSUMER, new StableMembership(Optional::empty).customize("facts", CHANNEL, CONSUMER));
        Map<String, Object> producer = Map.of("acks", "all");
        assertSame(producer, named("desk-1").customize("facts", CHANNEL, producer));
    }

    private static StableMembership named(String replica) {
        return new StableMembership(() -> Optional.of(replica));
    }
}
