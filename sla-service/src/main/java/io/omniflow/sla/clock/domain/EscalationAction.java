package io.omniflow.sla.clock.domain;

import java.util.UUID;

/** What is done about a clock that ran too long. */
public sealed interface EscalationAction {
    record NotifyAssignee() implements EscalationAction {}

    record NotifyLead() implements EscalationAction {}

    record NotifySlack() implements EscalationAction {}

    /** One step up; an urgent ticket stays urgent. */
    record RaisePriority() implements EscalationAction {}

    record Reassign(UUID teamId) implements EscalationAction {}
}
