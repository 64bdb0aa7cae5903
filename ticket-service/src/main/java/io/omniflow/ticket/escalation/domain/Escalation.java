package io.omniflow.ticket.escalation.domain;

import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One thing that is asked for. */
public sealed interface Escalation {
    /** The assignee, or the team's lead where nobody is assigned. */
    record NotifyAssignee() implements Escalation {}

    /** The team's lead, or the assignee where there is no lead. */
    record NotifyLead() implements Escalation {}

    /** One step; an urgent ticket stays urgent. */
    record RaisePriority() implements Escalation {}

    record Reassign(UUID teamId) implements Escalation {}

    /** What changes about the ticket. */
    default List<Step> steps(Ticket ticket) {
        return switch (this) {
            case NotifyAssignee(), NotifyLead() -> List.of();
            case RaisePriority() ->
                List.of(new Step.SetPriority(ticket.priority().raised()));
            case Reassign(UUID team) -> List.of(new Step.SetTeam(team));
        };
    }

    /** Of whom the first that can be reached is told; nobody is asked for where there are none. */
    default Stream<UUID> told(Optional<UUID> assignee, Optional<UUID> lead) {
        return (switch (this) {
                    case NotifyAssignee() -> Stream.of(assignee, lead);
                    case NotifyLead() -> Stream.of(lead, assignee);
                    case RaisePriority(), Reassign(UUID _) -> Stream.<Optional<UUID>>of();
                })
                .flatMap(Optional::stream)
                .distinct();
    }

    /** Whether it is about telling somebody, and so has failed when nobody could be told. */
    default boolean tells() {
        return switch (this) {
            case NotifyAssignee(), NotifyLead() -> true;
            case RaisePriority(), Reassign(UUID _) -> false;
        };
    }
}
