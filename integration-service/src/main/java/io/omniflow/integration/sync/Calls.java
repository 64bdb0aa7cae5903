package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.time.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The calls that keep an issue alike, as deliveries of its link. */
final class Calls {
    /** Whoever is behind what the two sides take over from each other. */
    static final String ACTOR = "system:integration";

    private Calls() {}

    static Delivery of(TiedLink link, Operation operation, Instant now) {
        return of(link, operation, Map.of(), now);
    }

    static Delivery comment(TiedLink link, Said said, Instant now) {
        return of(link, Operation.ADD_COMMENT, said.payload(UUID.randomUUID()), now);
    }

    private static Delivery of(TiedLink link, Operation operation, Map<String, String> payload, Instant now) {
        return Delivery.ready(
                link.workspace(),
                new DeliveryId(Ids.next()),
                link.connectionId(),
                link.ticketId(),
                link.id().value(),
                operation,
                payload,
                ACTOR,
                now);
    }
}
