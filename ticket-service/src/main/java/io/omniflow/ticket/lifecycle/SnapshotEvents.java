package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.outbox.OutboundEvent;
import java.util.Optional;

/** Snapshots in the published language. */
public interface SnapshotEvents {
    /** Empty when the ticket's past is longer than one event may be. */
    Optional<OutboundEvent> of(Snapshot snapshot);
}
