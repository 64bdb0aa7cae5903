package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.outbox.OutboundEvent;

/** A snapshot in the published language. */
public interface SnapshotEvents {
    OutboundEvent of(Snapshot snapshot);
}
