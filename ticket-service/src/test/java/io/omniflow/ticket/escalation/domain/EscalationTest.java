package io.omniflow.ticket.escalation.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final UUID ASSIGNEE = new UUID(0, 1);
    private static final UUID LEAD = new UUID(0, 2);
    private static final UUID TEAM = new UUID(0, 3);

    @Test
    void a_priority_is_raised_by_one_step_and_urgent_stays() {
        assertEquals(
                List.of(Priority.NORMAL, Priority.HIGH, Priority.URGENT, Priority.URGENT),
                Stream.of(Priority.values()).map(Priority::raised).toList());
        assertEquals(
                List.of(new Step.SetPriority(Priority.HIGH)), new Escalation.RaisePriority().steps(Tickets.open()));
    }

    @Test
    void handing_over_sets_the_team_and_telling_changes_nothing() {
        assertEquals(List.of(new Step.SetTeam(TEAM)), new Escalation.Reassign(TEAM).steps(Tickets.open()));
        assertEquals(List.of(), new Escalation.NotifyAssignee().steps(Tickets.open()));
        assertEquals(List.of(), new Escalation.NotifyLead().steps(Tickets.open()));
    }

    @Test
    void the_one_asked_for_comes_first_and_the_other_stands_in() {
        assertEquals(List.of(ASSIGNEE, LEAD), told(new Escalation.NotifyAssignee(), ASSIGNEE, LEAD));
        assertEquals(List.of(LEAD, ASSIGNEE), told(new Escalation.NotifyLead(), ASSIGNEE, LEAD));
        assertEquals(List.of(LEAD), told(new Escalation.NotifyLead(), LEAD, LEAD));
        assertEquals(
                List.of(LEAD),
                new Escalation.NotifyAssignee()
                        .told(Optional.empty(), Optional.of(LEAD))
                        .toList());
    }

    @Test
    void nobody_is_told_of_what_changes_the_ticket() {
        assertEquals(List.of(), told(new Escalation.RaisePriority(), ASSIGNEE, LEAD));
        assertEquals(List.of(), told(new Escalation.Reassign(TEAM), ASSIGNEE, LEAD));
    }

    private static List<UUID> told(Escalation escalation, UUID assignee, UUID lead) {
        return escalation.told(Optional.of(assignee), Optional.of(lead)).toList();
    }
}
