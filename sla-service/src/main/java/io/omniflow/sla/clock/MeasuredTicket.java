package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.PolicyRef;

/** The policy a ticket with clocks is measured by now, and the revision of the workspace's policies it stands in. */
public record MeasuredTicket(TicketKey key, int revision, PolicyRef policy) {}
