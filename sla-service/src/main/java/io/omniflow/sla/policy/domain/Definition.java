package io.omniflow.sla.policy.domain;

import io.omniflow.sla.clock.domain.CalendarRef;
import io.omniflow.sla.clock.domain.Conditions;
import io.omniflow.sla.clock.domain.Escalation;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What may be changed of a policy, but for its place in the order.
 *
 * @param warnAtPercent ascending
 */
public record Definition(
        String name,
        Conditions when,
        UUID calendarId,
        Map<Priority, Targets> targets,
        Map<Status, Duration> ceilings,
        List<Integer> warnAtPercent,
        Reopening onReopen,
        List<Escalation> escalations) {

    public Definition {
        targets = Map.copyOf(targets);
        ceilings = Map.copyOf(ceilings);
        warnAtPercent = List.copyOf(warnAtPercent);
        escalations = List.copyOf(escalations);
    }

    public static Definition of(Policy policy) {
        return new Definition(
                policy.name(),
                policy.when(),
                policy.calendar().id(),
                policy.targets(),
                policy.ceilings(),
                policy.warnAtPercent(),
                policy.onReopen(),
                policy.escalations());
    }

    /** What clocks are measured by: this in one version, by its calendar in one version. */
    public Policy policy(PolicyRef ref, int calendarVersion) {
        return new Policy(
                ref,
                name,
                when,
                new CalendarRef(calendarId, calendarVersion),
                targets,
                ceilings,
                warnAtPercent,
                onReopen,
                escalations);
    }
}
