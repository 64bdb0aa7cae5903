package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;
import java.util.List;

/** What is told of an endpoint's changes; never a secret. */
public interface HookEvents {
    OutboundEvent added(Endpoint after, Origin origin);

    OutboundEvent changed(Endpoint before, Endpoint after, Origin origin);

    OutboundEvent removed(Endpoint before, Instant at, Origin origin);

    /** The suite disabled it because of what came of a delivery. */
    List<OutboundEvent> shut(Endpoint before, Endpoint after, HookDelivery because);
}
