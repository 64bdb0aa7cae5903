package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.sla.clock.domain.EscalationAction;
import io.omniflow.sla.clock.domain.Mark;
import io.omniflow.sla.clock.domain.News;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a policy asks for at a mark, in the words of the contract. */
final class EscalationOf {
    private static final String ACTOR = "automation:escalation";

    private EscalationOf() {}

    static List<String> words(News.Noticed noticed) {
        return noticed.escalations().stream().map(EscalationOf::word).toList();
    }

    /**
     * One command an action, caused by the fact that tells the mark. A thread in Slack is integration-service's, which reads
     * {@code notify_slack} in that fact.
     */
    static Stream<OutboundEvent> commands(News.Noticed noticed, OutboundEvent told) {
        Origin origin = new Origin(
                ACTOR,
                told.origin().correlationId(),
                told.id().toString(),
                told.origin().traceParent());
        return noticed.escalations().stream()
                .map(action -> command(action, noticed, told.subject()))
                .flatMap(Optional::stream)
                .map(command ->
                        OutboundEvent.of(told.workspace(), told.subject(), command, noticed.noticedAt(), null, origin));
    }

    private static Optional<TicketCommand> command(EscalationAction action, News.Noticed noticed, UUID ticket) {
        return switch (action) {
            case EscalationAction.NotifySlack() -> Optional.empty();
            case EscalationAction.NotifyAssignee(), EscalationAction.NotifyLead(), EscalationAction.RaisePriority() ->
                Optional.of(command(action, noticed, ticket, null));
            case EscalationAction.Reassign(UUID team) -> Optional.of(command(action, noticed, ticket, team));
        };
    }

    private static TicketCommand command(
            EscalationAction action, News.Noticed noticed, UUID ticket, @Nullable UUID team) {
        Mark mark = noticed.mark();
        return new TicketCommand.Escalate(
                ticket,
                null,
                team,
                reason(noticed),
                word(action),
                metric(noticed),
                mark.percent(),
                mark.policy().id(),
                mark.policy().version(),
                mark.at(),
                noticed.dueAt().orElse(null));
    }

    private static String reason(News.Noticed noticed) {
        Mark mark = noticed.mark();
        return metric(noticed)
                + (mark.isBreach() ? " has passed its target" : " is at " + mark.percent() + " % of its target");
    }

    /** As policies name it: a ceiling is {@code status_waiting}. */
    private static String metric(News.Noticed noticed) {
        return noticed.clock().metric().name().toLowerCase(Locale.ROOT);
    }

    private static String word(EscalationAction action) {
        return switch (action) {
            case EscalationAction.NotifyAssignee() -> "notify_assignee";
            case EscalationAction.NotifyLead() -> "notify_lead";
            case EscalationAction.NotifySlack() -> "notify_slack";
            case EscalationAction.RaisePriority() -> "raise_priority";
            case EscalationAction.Reassign(UUID _) -> "reassign";
        };
    }
}
