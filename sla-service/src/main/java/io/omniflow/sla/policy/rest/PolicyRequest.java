package io.omniflow.sla.policy.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.policy.PolicyPatch;
import io.omniflow.sla.policy.domain.Draft;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new policy; without a position it stands right before the default one. */
@Schema(name = "MakePolicy")
public record PolicyRequest(
        @Nullable String name,
        @Nullable Integer position,
        @Nullable WhenBody when,
        @Nullable UUID calendarId,
        @Nullable TargetsBody targets,
        @Nullable List<Integer> warnAtPercent,
        @Nullable Reopening onReopen,
        @Nullable CeilingsBody statusCeilings,
        @Nullable List<EscalationBody> escalations) {

    /** Whether it breaks a rule is for the draft to say. */
    public Draft draft() {
        return new Draft(
                name == null ? "" : name,
                when == null ? Draft.When.ALWAYS : when.draft(),
                calendarId,
                targets == null ? Map.of() : targets.draft(),
                statusCeilings == null ? Map.of() : statusCeilings.draft(),
                warnAtPercent == null ? Draft.USUAL_WARNINGS : warnAtPercent,
                onReopen == null ? Reopening.RESUME : onReopen,
                escalations == null
                        ? List.of()
                        : escalations.stream().map(EscalationBody::draft).toList());
    }

    public PolicyPatch.Place place() {
        return position == null ? new PolicyPatch.Place.Last() : at(position);
    }

    /** Fails with 422 below 1. */
    static PolicyPatch.Place at(int position) {
        if (position < 1) {
            throw Problems.invalid("/position", "must be 1 or more");
        }
        return new PolicyPatch.Place.At(position);
    }
}
