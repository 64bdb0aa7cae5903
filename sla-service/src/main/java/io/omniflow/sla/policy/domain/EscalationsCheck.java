package io.omniflow.sla.policy.domain;

import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.Escalation;
import io.omniflow.sla.clock.domain.EscalationAction;
import io.omniflow.sla.clock.domain.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a policy asks for when time runs out. Whether the team exists is ticket-service's to say. */
final class EscalationsCheck {
    static final int MOST = 20;

    private static final int BREACH = 100;

    private final Draft draft;
    private final List<Complaint> complaints;

    EscalationsCheck(Draft draft, List<Complaint> complaints) {
        this.draft = draft;
        this.complaints = complaints;
    }

    List<Escalation> escalations() {
        List<Draft.EscalationDraft> given = draft.escalations();
        if (given.size() > MOST) {
            complain("/escalations", "may have at most " + MOST + " entries");
            return List.of();
        }
        List<Escalation> read = new ArrayList<>();
        Set<Escalation> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/escalations/" + i;
            read(pointer, given.get(i)).ifPresent(escalation -> {
                if (!seen.add(escalation)) {
                    complain(pointer, "is there twice");
                }
                read.add(escalation);
            });
        }
        return read;
    }

    private Optional<Escalation> read(String pointer, Draft.EscalationDraft given) {
        @Nullable Integer atPercent = given.atPercent();
        if (atPercent == null || (atPercent != BREACH && !draft.warnAtPercent().contains(atPercent))) {
            complain(pointer + "/atPercent", "must be 100 or one of warnAtPercent");
        }
        Set<Metric> metrics = metrics(pointer + "/metrics", given.metrics());
        Optional<EscalationAction> action = action(pointer, given);
        return atPercent == null ? Optional.empty() : action.map(known -> new Escalation(atPercent, metrics, known));
    }

    private Set<Metric> metrics(String pointer, List<String> words) {
        if (words.size() > MOST) {
            complain(pointer, "may have at most " + MOST + " entries");
            return Set.of();
        }
        Set<Metric> metrics = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Metric> metric = MetricWords.read(words.get(i));
            if (metric.isEmpty()) {
                complain(pointer + "/" + i, "must be one of " + MetricWords.words());
            } else if (!MetricWords.areIn(draft, metric.get())) {
                complain(pointer + "/" + i, "has no target in this policy");
            } else {
                metrics.add(metric.get());
            }
        }
        return metrics;
    }

    private Optional<EscalationAction> action(String pointer, Draft.EscalationDraft given) {
        Draft.@Nullable Action wanted = given.action();
        @Nullable UUID team = given.teamId();
        if (wanted == null) {
            complain(pointer + "/action", "is needed");
            return Optional.empty();
        }
        if (team != null && wanted != Draft.Action.REASSIGN) {
            complain(pointer + "/teamId", "is only for reassign");
        }
        return switch (wanted) {
            case NOTIFY_ASSIGNEE -> Optional.of(new EscalationAction.NotifyAssignee());
            case NOTIFY_LEAD -> Optional.of(new EscalationAction.NotifyLead());
            case NOTIFY_SLACK -> Optional.of(new EscalationAction.NotifySlack());
            case RAISE_PRIORITY -> Optional.of(new EscalationAction.RaisePriority());
            case REASSIGN -> reassign(pointer, team);
        };
    }

    private Optional<EscalationAction> reassign(String pointer, @Nullable UUID team) {
        if (team == null) {
            complain(pointer + "/teamId", "is needed: who gets the ticket");
            return Optional.empty();
        }
        return Optional.of(new EscalationAction.Reassign(team));
    }

    private void complain(String pointer, String reason) {
        complaints.add(new Complaint(pointer, reason));
    }
}
