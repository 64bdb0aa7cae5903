package io.omniflow.integration.sync.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a state there means here, and the other way round; each direction is its own.
 *
 * @param toTicket a rule for one state goes before a rule for its kind
 * @param toIssue a status without a target leaves the issue alone
 */
public record Mapping(List<Rule> toTicket, Map<TicketStatus, Target> toIssue, Set<Extra> extras) {
    /** What a workspace has not said otherwise. */
    public static final Mapping DEFAULT = new Mapping(
            List.of(
                    new Rule(new Target.Kind(StateKind.TODO), TicketStatus.OPEN),
                    new Rule(new Target.Kind(StateKind.STARTED), TicketStatus.IN_PROGRESS),
                    new Rule(new Target.Kind(StateKind.DONE), TicketStatus.RESOLVED),
                    new Rule(new Target.Kind(StateKind.CANCELED), TicketStatus.RESOLVED),
                    new Rule(new Target.Kind(StateKind.UNKNOWN), TicketStatus.OPEN)),
            Map.of(
                    TicketStatus.OPEN, new Target.Kind(StateKind.TODO),
                    TicketStatus.IN_PROGRESS, new Target.Kind(StateKind.STARTED),
                    TicketStatus.RESOLVED, new Target.Kind(StateKind.DONE),
                    TicketStatus.CLOSED, new Target.Kind(StateKind.DONE)),
            Set.of());

    public Mapping {
        toTicket = List.copyOf(toTicket);
        toIssue = Map.copyOf(toIssue);
        extras = Set.copyOf(extras);
    }

    /** @param status null leaves the ticket alone */
    public record Rule(Target when, @Nullable TicketStatus status) {}

    /** What is carried over beside the status. */
    public enum Extra {
        /** Comments there become notes for engineering here, and the other way round. */
        COMMENTS
    }

    /** The status a state asks for; empty when the ticket is left alone. */
    public Optional<TicketStatus> status(ExternalState state) {
        return first(state, Target.State.class)
                .or(() -> first(state, Target.Kind.class))
                .flatMap(rule -> Optional.ofNullable(rule.status()));
    }

    /** Where a status wants the issue; empty when the issue is left alone. */
    public Optional<Target> target(TicketStatus status) {
        return Optional.ofNullable(toIssue.get(status));
    }

    /**
     * Whether nobody has to move. Several states may mean one status and several statuses one state, so it is enough when
     * either side's rule is content.
     */
    public boolean agree(TicketStatus status, ExternalState state) {
        return status(state).equals(Optional.of(status))
                || target(status).filter(target -> target.matches(state)).isPresent();
    }

    private Optional<Rule> first(ExternalState state, Class<? extends Target> of) {
        return toTicket.stream()
                .filter(rule -> of.isInstance(rule.when()) && rule.when().matches(state))
                .findFirst();
    }
}
