package io.omniflow.integration.jira;

import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.StateKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way of an issue to a status. Jira tells only what can be reached from where an issue is, so the way is chosen step by
 * step; no status is entered twice, and at most {@value #MOST_HOPS} steps are taken.
 *
 * @param visited ids of the statuses the issue has been in on this way
 */
record JiraRoute(ExternalState target, Aim aim, Set<String> visited) {
    private static final int MOST_HOPS = 5;

    /** What counts as arrived. */
    enum Aim {
        /** The status itself, if the issue can have it at all, which was not looked up yet. */
        UNCHECKED,
        STATUS,
        /** Any status of the target's kind, since this issue cannot have the target. */
        KIND
    }

    sealed interface Step {}

    record Arrived() implements Step {}

    record Take(JiraTransition transition) implements Step {}

    /** Whether the issue can have the target must be known to go on. */
    record Check() implements Step {}

    record Blocked(String why) implements Step {}

    JiraRoute {
        visited = Set.copyOf(visited);
    }

    static JiraRoute to(ExternalState target) {
        return new JiraRoute(target, Aim.UNCHECKED, Set.of());
    }

    /** To whatever status of a kind is nearest. */
    static JiraRoute toAny(StateKind kind) {
        return new JiraRoute(new ExternalState("", kind.name(), kind), Aim.KIND, Set.of());
    }

    JiraRoute aimedAt(Aim newAim) {
        return new JiraRoute(target, newAim, visited);
    }

    JiraRoute through(ExternalState state) {
        Set<String> more = new HashSet<>(visited);
        more.add(state.id());
        return new JiraRoute(target, aim, more);
    }

    /** Whether a step has been taken. */
    boolean hasBegun() {
        return !visited.isEmpty();
    }

    boolean isAt(ExternalState now) {
        return switch (aim) {
            case UNCHECKED, STATUS -> now.id().equals(target.id());
            case KIND -> now.kind() == target.kind();
        };
    }

    Step next(ExternalState now, List<JiraTransition> offered) {
        if (isAt(now)) {
            return new Arrived();
        }
        List<JiraTransition> open =
                offered.stream().filter(way -> way.wants().isEmpty()).toList();
        var direct = open.stream().filter(way -> isAt(way.to())).findFirst();
        if (direct.isPresent()) {
            return visited.size() < MOST_HOPS ? new Take(direct.get()) : blocked(now, offered);
        }
        // A detour would only lead back here, and through statuses nobody asked for.
        if (aim != Aim.KIND && offered.stream().anyMatch(way -> isAt(way.to()))) {
            return blocked(now, offered);
        }
        if (aim == Aim.UNCHECKED) {
            return new Check();
        }
        boolean sameKind = now.kind() == target.kind();
        return open.stream()
                .filter(way ->
                        !visited.contains(way.to().id()) && !way.to().id().equals(now.id()))
                // What is of the right kind already does not leave it again to look for the very status.
                .filter(way -> !sameKind || way.to().kind() == target.kind())
                .min(Comparator.comparingInt(way -> detour(way.to().kind())))
                .filter(_ -> visited.size() < MOST_HOPS)
                .<Step>map(Take::new)
                .orElseGet(() -> sameKind ? new Arrived() : blocked(now, offered));
    }

    /** A status that means done is seldom on the way to another one, and often there is no way out of it. */
    private int detour(StateKind kind) {
        StateKind near = target.kind() == StateKind.DONE ? StateKind.STARTED : target.kind();
        return switch (kind) {
            case DONE, CANCELED -> 3;
            case UNKNOWN -> 2;
            case TODO, STARTED -> kind == near ? 0 : 1;
        };
    }

    private Blocked blocked(ExternalState now, List<JiraTransition> offered) {
        String demands = offered.stream()
                .filter(way -> !way.wants().isEmpty())
                .map(way -> "; the transition \"" + way.name() + "\" demands " + String.join(", ", way.wants()))
                .collect(Collectors.joining());
        return new Blocked("No way was found from \"" + now.name() + "\" to \"" + target.name() + "\"" + demands);
    }
}
