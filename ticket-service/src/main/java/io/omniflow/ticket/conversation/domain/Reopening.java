package io.omniflow.ticket.conversation.domain;

import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From which statuses a customer's message brings a ticket back to Open; never from Closed. */
public record Reopening(Set<Status> from) {
    public Reopening {
        from = Set.copyOf(from);
        if (from.contains(Status.CLOSED)) {
            throw new IllegalArgumentException("A message never reopens a closed ticket");
        }
    }

    /** What a customer's message asks of its ticket. */
    public List<Step> steps(Ticket ticket, Step.ReceiveMessage message) {
        List<Step> steps = new ArrayList<>();
        steps.add(message);
        if (from.contains(ticket.status())) {
            steps.add(new Step.SetStatus(Status.OPEN));
        }
        return steps;
    }
}
