package io.omniflow.sla.policy.rest;

import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.policy.KeptPolicy;
import io.omniflow.sla.policy.Shelf;
import io.omniflow.sla.policy.domain.Draft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A policy, or one version of it.
 *
 * @param position where it stands now; the default policy is the last
 * @param builtIn whether it is the default policy, which is for all tickets that no other is for
 * @param changedBy null for a version that was there from the start, as are the dates
 */
@Schema(name = "Policy")
record PolicyView(
        UUID id,
        String name,
        int position,
        WhenBody when,
        UUID calendarId,
        TargetsBody targets,
        List<Integer> warnAtPercent,
        Reopening onReopen,
        CeilingsBody statusCeilings,
        List<EscalationBody> escalations,
        boolean builtIn,
        int version,
        @Nullable String changedBy,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static PolicyView of(Shelf.Placed placed) {
        KeptPolicy policy = placed.policy();
        Draft draft = Draft.of(policy.definition());
        KeptPolicy.@Nullable Trail trail = policy.trail();
        return new PolicyView(
                policy.id(),
                draft.name(),
                placed.position(),
                WhenBody.of(draft.when()),
                policy.definition().calendarId(),
                TargetsBody.of(draft.targets()),
                draft.warnAtPercent(),
                draft.onReopen(),
                CeilingsBody.of(draft.ceilings()),
                draft.escalations().stream().map(EscalationBody::of).toList(),
                placed.standing() == Shelf.Standing.DEFAULT,
                policy.version(),
                trail == null ? null : trail.changedBy(),
                trail == null ? null : trail.createdAt(),
                trail == null ? null : trail.changedAt());
    }

    /** Describes a page of policies to the readers of the API description. */
    @Schema(name = "PolicyPage")
    record Several(List<PolicyView> items, @Nullable String nextCursor) {}
}
