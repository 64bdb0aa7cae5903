package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.escalation.EscalateTicket;
import io.omniflow.ticket.escalation.domain.Escalation;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An {@code escalate} of a policy, in the words of the use case. */
final class EscalationOf {
    private EscalationOf() {}

    /** Fails with 422 for an action this version does not know, or one without what it needs. */
    static EscalateTicket.Request request(ReceivedEvent received, TicketCommand.Escalate command, String action) {
        return new EscalateTicket.Request(received.id(), escalation(command, action), received.time(), why(command));
    }

    private static Escalation escalation(TicketCommand.Escalate command, String action) {
        return switch (action) {
            case "notify_assignee" -> new Escalation.NotifyAssignee();
            case "notify_lead" -> new Escalation.NotifyLead();
            case "raise_priority" -> new Escalation.RaisePriority();
            case "reassign" -> new Escalation.Reassign(team(command));
            default -> throw Problems.of(422, "unsupported-action", "The action is not supported");
        };
    }

    private static UUID team(TicketCommand.Escalate command) {
        @Nullable UUID team = command.teamId();
        if (team == null) {
            throw Problems.invalid("/teamId", "is needed: who gets the ticket");
        }
        return team;
    }

    private static Map<String, Object> why(TicketCommand.Escalate command) {
        Map<String, Object> why = new TreeMap<>();
        put(why, "metric", command.metric());
        put(why, "percent", command.percent());
        put(
                why,
                "policyId",
                command.policyId() == null ? null : command.policyId().toString());
        put(why, "policyVersion", command.policyVersion());
        put(why, "clockAt", text(command.clockAt()));
        put(why, "dueAt", text(command.dueAt()));
        return why;
    }

    private static void put(Map<String, Object> why, String name, @Nullable Object value) {
        if (value != null) {
            why.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : ContractJson.text(instant);
    }
}
