package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same rules told in another way: a walk over every single millisecond, with counters and no algebra. Good for
 * histories of some seconds and for nothing else. It knows of two policies: the first is for tickets with the tag vip.
 */
final class NaiveClocks {
    private final Measures measures;
    private final Map<Metric, List<Cycle>> cycles = new EnumMap<>(Metric.class);
    private Terms terms;
    private Status status = Status.OPEN;
    private Priority priority = Priority.NORMAL;
    private int conversations;
    private boolean vip;
    private boolean merged;
    private boolean answered;
    private boolean customerWaits;
    private final Set<EarlierStart> starts = new LinkedHashSet<>();
    private Instant created = Instant.MIN;

    NaiveClocks(Measures measures) {
        this.measures = measures;
        this.terms = measures.begun();
        for (Metric metric : Metric.values()) {
            cycles.put(metric, new ArrayList<>());
        }
    }

    /** One cycle of one clock. {@code breaches} are the instants at which a target was passed. */
    static final class Cycle {
        String state = "running";
        boolean halted;
        long counted;

        @Nullable Offer offer;

        @Nullable Duration target;

        final Map<EarlierStart, Long> leads = new LinkedHashMap<>();
        final Set<String> missed = new HashSet<>();
        final Set<Instant> breaches = new TreeSet<>();

        /** The milliseconds between the earliest of the starts it has and its own. */
        long lead() {
            return leads.entrySet().stream()
                    .min(Comparator.comparing(lead -> lead.getKey().at()))
                    .map(Map.Entry::getValue)
                    .orElse(0L);
        }

        boolean missedAnew() {
            return target != null && offer != null && missed.add(offer.policy().ref() + " " + target);
        }
    }

    Map<Metric, List<Cycle>> walk(List<Change> changes, Instant end) {
        List<Change> ahead = new ArrayList<>(changes);
        created = changes.getFirst().at();
        List<Reapplied> renewals = new ArrayList<>(measures.reapplied());
        for (Instant now = changes.getFirst().at(); !now.isAfter(end); now = now.plusMillis(1)) {
            while (!ahead.isEmpty() && ahead.getFirst().at().equals(now)) {
                ahead.removeFirst().facts().forEach(this::apply);
                update(now);
            }
            while (!renewals.isEmpty() && renewals.getFirst().at().equals(now)) {
                terms = renewals.removeFirst().terms();
                update(now);
            }
            if (now.isBefore(end)) {
                tick(now);
            }
        }
        return cycles;
    }

    private void tick(Instant now) {
        for (List<Cycle> several : cycles.values()) {
            for (Cycle cycle : several) {
                if (!cycle.state.equals("running") || cycle.offer == null) {
                    continue;
                }
                if (cycle.target != null && cycle.counted == cycle.target.toMillis() && cycle.missedAnew()) {
                    cycle.breaches.add(now);
                }
                if (!(cycle.offer.calendar() instanceof Blinking calendar) || calendar.isOpen(now)) {
                    cycle.counted++;
                }
            }
        }
    }

    private void update(Instant now) {
        Offer offer = vip ? terms.offers().getFirst() : terms.offers().getLast();
        for (Metric metric : Metric.values()) {
            update(metric, offer, now);
        }
    }

    private void update(Metric metric, Offer offer, Instant now) {
        List<Cycle> several = cycles.computeIfAbsent(metric, _ -> new ArrayList<>());
        boolean always = metric == Metric.FIRST_RESPONSE || metric == Metric.RESOLUTION;
        @Nullable Duration target = target(metric, offer);
        String wish = wish(metric);
        boolean goes = !wish.startsWith("stop");
        if (several.isEmpty()) {
            if (!always && (!goes || target == null)) {
                return;
            }
            several.add(new Cycle());
        } else if (several.getLast().state.equals("stopped") && !several.getLast().halted && goes) {
            boolean anew = !always || offer.policy().onReopen() == Reopening.RESTART;
            if (anew && !always && target == null) {
                return;
            }
            if (anew) {
                several.add(new Cycle());
            }
        }
        follow(several.getLast(), offer, target, wish);
        if (always) {
            lead(several.getFirst());
        }
        check(several.getLast(), now);
    }

    private void lead(Cycle cycle) {
        long before = cycle.lead();
        cycle.leads.keySet().retainAll(starts);
        boolean over = cycle.state.equals("stopped") && !cycle.halted;
        for (EarlierStart start : over ? Set.<EarlierStart>of() : starts) {
            if (start.at().isBefore(created)) {
                cycle.leads.computeIfAbsent(start, fresh -> open(cycle, fresh.at()));
            }
        }
        cycle.counted += cycle.lead() - before;
    }

    private static void check(Cycle cycle, Instant now) {
        if (!cycle.state.equals("stopped")
                && cycle.target != null
                && cycle.counted > cycle.target.toMillis()
                && cycle.missedAnew()) {
            cycle.breaches.add(now);
        }
    }

    private long open(Cycle cycle, Instant from) {
        long open = 0;
        for (Instant at = from; at.isBefore(created); at = at.plusMillis(1)) {
            if (cycle.offer == null || !(cycle.offer.calendar() instanceof Blinking calendar) || calendar.isOpen(at)) {
                open++;
            }
        }
        return open;
    }

    private void follow(Cycle cycle, Offer offer, @Nullable Duration target, String wish) {
        boolean ended = status == Status.RESOLVED || status == Status.CLOSED;
        if (wish.startsWith("stop")) {
            if (cycle.offer == null) {
                cycle.offer = offer;
                cycle.target = target;
            }
            cycle.halted = (!cycle.state.equals("stopped") || cycle.halted) && wish.equals("stop by merge");
            cycle.state = "stopped";
            return;
        }
        if (cycle.offer == null || wish.equals("running") || !ended) {
            cycle.offer = offer;
            cycle.target = target;
        }
        cycle.state = wish;
        cycle.halted = false;
    }

    private void apply(Fact fact) {
        boolean byAgent = fact.actor() == ActorKind.AGENT;
        switch (fact.happening()) {
            case Happening.Created created -> {
                status = created.status();
                priority = created.priority();
                conversations = created.conversations();
            }
            case Happening.StatusChanged changed -> {
                answered |= conversations == 0 && byAgent;
                status = changed.after();
                customerWaits &= status != Status.RESOLVED && status != Status.CLOSED;
            }
            case Happening.PriorityChanged changed -> priority = changed.after();
            case Happening.TagsChanged changed -> vip = changed.after().contains("vip");
            case Happening.ConversationsChanged changed -> conversations = changed.conversations();
            case Happening.CustomerWrote _ -> customerWaits = true;
            case Happening.AgentReplied _ -> {
                answered |= byAgent;
                customerWaits &= !byAgent;
            }
            case Happening.Merged _ -> {
                merged = true;
                status = Status.CLOSED;
            }
            case Happening.MergeUndone undone -> {
                merged = false;
                status = undone.status();
                conversations = undone.after().conversations();
                vip = undone.after().tags().contains("vip");
                starts.removeIf(start ->
                        start.merge().equals(undone.merge()) && start.origin().equals(undone.counterpart()));
            }
            case Happening.Absorbed absorbed -> {
                conversations = absorbed.after().conversations();
                vip = absorbed.after().tags().contains("vip");
                if (absorbed.start() != null) {
                    starts.add(absorbed.start());
                }
            }
            case Happening.TeamChanged _,
                    Happening.AssigneeChanged _,
                    Happening.ContactsChanged _,
                    Happening.CustomFieldsChanged _,
                    Happening.Imported _,
                    Happening.Aside _ -> {}
        }
    }

    private String wish(Metric metric) {
        boolean ended = status == Status.RESOLVED || status == Status.CLOSED;
        boolean works = status == Status.OPEN || status == Status.IN_PROGRESS;
        return switch (metric) {
            case FIRST_RESPONSE -> answered ? "stop" : merged ? "stop by merge" : works ? "running" : "paused";
            case RESOLUTION -> merged ? "stop by merge" : ended ? "stop" : works ? "running" : "paused";
            case NEXT_RESPONSE ->
                merged ? "stop by merge" : ended || !customerWaits ? "stop" : works ? "running" : "paused";
            case STATUS_OPEN -> stay(Status.OPEN);
            case STATUS_IN_PROGRESS -> stay(Status.IN_PROGRESS);
            case STATUS_WAITING -> stay(Status.WAITING);
        };
    }

    private String stay(Status where) {
        return merged ? "stop by merge" : status == where ? "running" : "stop";
    }

    private @Nullable Duration target(Metric metric, Offer offer) {
        Targets targets = offer.policy().targets().get(priority);
        return switch (metric) {
            case FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION -> targets == null ? null : targets.of(metric);
            case STATUS_OPEN -> offer.policy().ceilings().get(Status.OPEN);
            case STATUS_IN_PROGRESS -> offer.policy().ceilings().get(Status.IN_PROGRESS);
            case STATUS_WAITING -> offer.policy().ceilings().get(Status.WAITING);
        };
    }
}
