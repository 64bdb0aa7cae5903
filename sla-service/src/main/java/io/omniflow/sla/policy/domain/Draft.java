package io.omniflow.sla.policy.domain;

import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.Conditions;
import io.omniflow.sla.clock.domain.Escalation;
import io.omniflow.sla.clock.domain.EscalationAction;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy as somebody sent it, right or wrong. What is missing is null or empty. */
public record Draft(
        String name,
        When when,
        @Nullable UUID calendarId,
        Map<Priority, Targets> targets,
        Map<Status, Duration> ceilings,
        List<Integer> warnAtPercent,
        Reopening onReopen,
        List<EscalationDraft> escalations) {
    public static final List<Integer> USUAL_WARNINGS = List.of(75, 90);

    public Draft {
        Map<Priority, Targets> byPriority = new EnumMap<>(Priority.class);
        byPriority.putAll(targets);
        targets = byPriority;
        Map<Status, Duration> byStatus = new EnumMap<>(Status.class);
        byStatus.putAll(ceilings);
        ceilings = byStatus;
        warnAtPercent = List.copyOf(warnAtPercent);
        escalations = List.copyOf(escalations);
    }

    /** Which tickets it is for. */
    public record When(
            List<UUID> teamIds,
            List<String> tags,
            List<String> channels,
            List<UUID> contactIds,
            Map<String, List<String>> customFields) {
        public static final When ALWAYS = new When(List.of(), List.of(), List.of(), List.of(), Map.of());

        public When {
            teamIds = List.copyOf(teamIds);
            tags = List.copyOf(tags);
            channels = List.copyOf(channels);
            contactIds = List.copyOf(contactIds);
            Map<String, List<String>> sorted = new TreeMap<>();
            customFields.forEach((key, values) -> sorted.put(key, List.copyOf(values)));
            customFields = sorted;
        }

        static When of(Conditions conditions) {
            Map<String, List<String>> fields = new TreeMap<>();
            conditions
                    .customFields()
                    .forEach((key, values) ->
                            fields.put(key, values.stream().sorted().toList()));
            return new When(
                    conditions.teamIds().stream().sorted().toList(),
                    conditions.tags().stream().sorted().toList(),
                    conditions.channels().stream().sorted().toList(),
                    conditions.contactIds().stream().sorted().toList(),
                    fields);
        }

        boolean asksNothing() {
            return teamIds.isEmpty()
                    && tags.isEmpty()
                    && channels.isEmpty()
                    && contactIds.isEmpty()
                    && customFields.isEmpty();
        }
    }

    /** What to do when so much of a target has passed. No metrics are all metrics. */
    public record EscalationDraft(
            @Nullable Integer atPercent,
            List<String> metrics,
            @Nullable Action action,
            @Nullable UUID teamId) {
        public EscalationDraft {
            metrics = List.copyOf(metrics);
        }

        static EscalationDraft of(Escalation escalation) {
            EscalationAction wanted = escalation.action();
            return new EscalationDraft(
                    escalation.atPercent(),
                    escalation.metrics().stream()
                            .map(MetricWords::word)
                            .sorted()
                            .toList(),
                    Action.of(wanted),
                    wanted instanceof EscalationAction.Reassign(UUID team) ? team : null);
        }
    }

    /** The kinds of {@link EscalationAction}. */
    public enum Action {
        NOTIFY_ASSIGNEE,
        NOTIFY_LEAD,
        NOTIFY_SLACK,
        RAISE_PRIORITY,
        REASSIGN;

        static Action of(EscalationAction action) {
            return switch (action) {
                case EscalationAction.NotifyAssignee _ -> NOTIFY_ASSIGNEE;
                case EscalationAction.NotifyLead _ -> NOTIFY_LEAD;
                case EscalationAction.NotifySlack _ -> NOTIFY_SLACK;
                case EscalationAction.RaisePriority _ -> RAISE_PRIORITY;
                case EscalationAction.Reassign _ -> REASSIGN;
            };
        }
    }

    /** What that policy would be written as. */
    public static Draft of(Definition definition) {
        return new Draft(
                definition.name(),
                When.of(definition.when()),
                definition.calendarId(),
                definition.targets(),
                definition.ceilings(),
                definition.warnAtPercent(),
                definition.onReopen(),
                definition.escalations().stream().map(EscalationDraft::of).toList());
    }

    /** The policy it says, or everything that is wrong with it. */
    public Checked check() {
        return new DraftCheck(this).result();
    }

    /** As {@link #check}, for the default policy: that is for whatever no other is for. */
    public Checked checkAsDefault() {
        return when.asksNothing()
                ? check()
                : new Checked.Wrong(List.of(new Complaint("/when", "must ask nothing: it is the default policy")));
    }

    /** What a draft comes to. */
    public sealed interface Checked {
        record Fits(Definition definition) implements Checked {}

        /** Never empty; at most {@value DraftCheck#MOST_COMPLAINTS}. */
        record Wrong(List<Complaint> complaints) implements Checked {}
    }
}
