package io.omniflow.sla.policy.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.policy.PolicyPatch;
import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Draft;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch: conditions, targets and ceilings are patched part by part, lists replaced as a whole. */
@Schema(name = "ChangePolicy")
record PolicyChangeRequest(
        @Schema(implementation = String.class) MergePatch<String> name,
        @Schema(implementation = Integer.class) MergePatch<Integer> position,
        @Schema(implementation = WhenChange.class) MergePatch<WhenChange> when,
        @Schema(implementation = UUID.class) MergePatch<UUID> calendarId,
        @Schema(implementation = TargetsChange.class) MergePatch<TargetsChange> targets,
        @Schema(implementation = Integer[].class) MergePatch<List<Integer>> warnAtPercent,
        @Schema(implementation = Reopening.class) MergePatch<Reopening> onReopen,
        @Schema(implementation = CeilingsChange.class) MergePatch<CeilingsChange> statusCeilings,
        @Schema(implementation = EscalationBody[].class) MergePatch<List<EscalationBody>> escalations) {

    PolicyPatch patch() {
        return new PolicyPatch(this::over, place());
    }

    private PolicyPatch.Place place() {
        return switch (position) {
            case MergePatch.Absent<Integer> _ -> new PolicyPatch.Place.Same();
            case MergePatch.Cleared<Integer> _ -> new PolicyPatch.Place.Last();
            case MergePatch.Given<Integer>(Integer given) -> PolicyRequest.at(given);
        };
    }

    /** What is emptied is as it is where it was left out of a new policy. */
    private Draft over(Definition definition) {
        Draft before = Draft.of(definition);
        @Nullable String named = name.over(before.name());
        @Nullable List<Integer> warnings = warnAtPercent.over(before.warnAtPercent());
        @Nullable Reopening reopening = onReopen.over(before.onReopen());
        return new Draft(
                named == null ? "" : named,
                when(before),
                calendarId.over(before.calendarId()),
                switch (targets) {
                    case MergePatch.Absent<TargetsChange> _ -> before.targets();
                    case MergePatch.Cleared<TargetsChange> _ -> Map.of();
                    case MergePatch.Given<TargetsChange>(TargetsChange change) -> change.over(before.targets());
                },
                switch (statusCeilings) {
                    case MergePatch.Absent<CeilingsChange> _ -> before.ceilings();
                    case MergePatch.Cleared<CeilingsChange> _ -> Map.of();
                    case MergePatch.Given<CeilingsChange>(CeilingsChange change) -> change.over(before.ceilings());
                },
                warnings == null ? Draft.USUAL_WARNINGS : warnings,
                reopening == null ? Reopening.RESUME : reopening,
                escalations(before));
    }

    private Draft.When when(Draft before) {
        return switch (when) {
            case MergePatch.Absent<WhenChange> _ -> before.when();
            case MergePatch.Cleared<WhenChange> _ -> Draft.When.ALWAYS;
            case MergePatch.Given<WhenChange>(WhenChange change) -> change.over(before.when());
        };
    }

    private List<Draft.EscalationDraft> escalations(Draft before) {
        return switch (escalations) {
            case MergePatch.Absent<List<EscalationBody>> _ -> before.escalations();
            case MergePatch.Cleared<List<EscalationBody>> _ -> List.of();
            case MergePatch.Given<List<EscalationBody>>(List<EscalationBody> given) ->
                given.stream().map(EscalationBody::draft).toList();
        };
    }
}
