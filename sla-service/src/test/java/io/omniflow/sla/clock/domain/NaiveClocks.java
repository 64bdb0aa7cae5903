package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same rules told in another way: a walk over every single millisecond, with counters and no algebra. Good for
 * histories of some seconds and for nothing else.
 */
final class NaiveClocks {
    private final Offer offer;
    private Status status = Status.OPEN;
    private Priority priority = Priority.NORMAL;
    private int conversations;
    private Merging merging = Merging.APART;
    private Answer answer = Answer.AWAITED;

    NaiveClocks(Offer offer) {
        this.offer = offer;
    }

    /** What one clock shows at the end. {@code breaches} are the instants at which a target was passed. */
    record Reading(String state, Duration counted, Set<Instant> breaches) {}

    Reading walk(Metric metric, List<Change> changes, Instant end) {
        Instant instant = changes.getFirst().at();
        long counted = 0;
        String state = "none";
        @Nullable Duration target = null;
        Set<Duration> missed = new HashSet<>();
        Set<Instant> breaches = new TreeSet<>();
        List<Change> ahead = new ArrayList<>(changes);
        while (!instant.isAfter(end)) {
            while (!ahead.isEmpty() && ahead.getFirst().at().equals(instant)) {
                ahead.removeFirst().facts().forEach(this::apply);
                state = state(metric);
                boolean rests = status == Status.RESOLVED || status == Status.CLOSED;
                if (!state.equals("stopped") && (!rests || state.equals("none"))) {
                    target = target(metric);
                }
                if (target != null && !state.equals("stopped") && counted > target.toMillis() && missed.add(target)) {
                    breaches.add(instant);
                }
            }
            if (state.equals("running")
                    && target != null
                    && counted == target.toMillis()
                    && instant.isBefore(end)
                    && missed.add(target)) {
                breaches.add(instant);
            }
            if (state.equals("running") && instant.isBefore(end)) {
                counted++;
            }
            instant = instant.plusMillis(1);
        }
        return new Reading(state, Duration.ofMillis(counted), breaches);
    }

    private void apply(Fact fact) {
        switch (fact.happening()) {
            case Happening.Created created -> {
                status = created.status();
                priority = created.priority();
                conversations = created.conversations();
            }
            case Happening.StatusChanged changed -> {
                if (conversations == 0 && fact.actor() == ActorKind.AGENT) {
                    answer = Answer.GIVEN;
                }
                status = changed.after();
            }
            case Happening.PriorityChanged changed -> priority = changed.after();
            case Happening.ConversationsChanged changed -> conversations = changed.conversations();
            case Happening.AgentReplied _ -> {
                if (fact.actor() == ActorKind.AGENT) {
                    answer = Answer.GIVEN;
                }
            }
            case Happening.Merged _ -> merging = Merging.MERGED;
            case Happening.MergeUndone undone -> {
                merging = Merging.APART;
                status = undone.status();
                conversations = undone.after().conversations();
            }
            case Happening.TeamChanged _,
                    Happening.AssigneeChanged _,
                    Happening.ContactsChanged _,
                    Happening.CustomFieldsChanged _,
                    Happening.CustomerWrote _,
                    Happening.TagsChanged _,
                    Happening.Absorbed _,
                    Happening.Imported _,
                    Happening.Aside _ -> {}
        }
    }

    private String state(Metric metric) {
        boolean over = metric == Metric.FIRST_RESPONSE
                ? answer == Answer.GIVEN
                : status == Status.RESOLVED || status == Status.CLOSED;
        if (over || merging == Merging.MERGED) {
            return "stopped";
        }
        return status == Status.OPEN || status == Status.IN_PROGRESS ? "running" : "paused";
    }

    private @Nullable Duration target(Metric metric) {
        Targets targets = offer.policy().targets().get(priority);
        return targets == null ? null : targets.of(metric);
    }
}
