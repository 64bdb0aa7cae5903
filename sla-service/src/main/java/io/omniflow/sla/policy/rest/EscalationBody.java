package io.omniflow.sla.policy.rest;

import io.omniflow.sla.policy.domain.Draft;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to do at a warning or at the breach (100). No metrics are all; the team is for {@code reassign}. */
@Schema(name = "PolicyEscalation")
record EscalationBody(
        @Nullable Integer atPercent,
        @Nullable List<String> metrics,
        Draft.@Nullable Action action,
        @Nullable UUID teamId) {

    Draft.EscalationDraft draft() {
        return new Draft.EscalationDraft(atPercent, metrics == null ? List.of() : metrics, action, teamId);
    }

    static EscalationBody of(Draft.EscalationDraft escalation) {
        return new EscalationBody(
                escalation.atPercent(), escalation.metrics(), escalation.action(), escalation.teamId());
    }
}
