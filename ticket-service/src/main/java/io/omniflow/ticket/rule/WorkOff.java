package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.Conversations;
import io.omniflow.ticket.rule.domain.Calendar;
import io.omniflow.ticket.rule.domain.Hours;
import io.omniflow.ticket.rule.domain.Judgement;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.Situation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One occasion before all rules of its trigger: each is judged in the situation the ones before it have left. */
@ApplicationScoped
class WorkOff {
    private final WorkQueue queue;
    private final Conversations conversations;
    private final Rules rules;
    private final Situations situations;
    private final Calendars calendars;
    private final RulePatterns patterns;
    private final CarryOut carryOut;
    private final Reports reports;

    WorkOff(
            WorkQueue queue,
            Conversations conversations,
            Rules rules,
            Situations situations,
            Calendars calendars,
            RulePatterns patterns,
            CarryOut carryOut,
            Reports reports) {
        this.queue = queue;
        this.conversations = conversations;
        this.rules = rules;
        this.situations = situations;
        this.calendars = calendars;
        this.patterns = patterns;
        this.carryOut = carryOut;
        this.reports = reports;
    }

    /** Fails with {@link RuleFailed} when a rule cannot do what it is to do. */
    Uni<Void> all(SqlConnection transaction, Work work) {
        Triggers.Occasion occasion = work.occasion();
        return conversations
                .lock(transaction, occasion.workspace(), occasion.conversation())
                .chain(() -> rules.enabled(transaction, occasion.workspace(), occasion.trigger()))
                .map(enabled -> enabled.stream()
                        .filter(rule -> !work.leftOut().contains(rule.id()))
                        .toList())
                .flatMap(left -> left.isEmpty() ? Uni.createFrom().voidItem() : before(transaction, work, left))
                .chain(() -> queue.done(transaction, work));
    }

    private Uni<Void> before(SqlConnection transaction, Work work, List<Rule> left) {
        WorkspaceId workspace = work.occasion().workspace();
        return situations
                .of(transaction, work.occasion())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : calendars
                                .some(transaction, workspace, calendarsOf(left))
                                .flatMap(known -> judge(transaction, work, left, found.get(), known)));
    }

    private Uni<Void> judge(
            SqlConnection transaction, Work work, List<Rule> left, Situation start, Map<UUID, Calendar> known) {
        List<Reports.Counted> counted = new ArrayList<>();
        List<Reports.Complaint> complaints = new ArrayList<>();
        UUID conversation = work.occasion().conversation();
        Uni<Situation> situation = Uni.createFrom().item(start.knowing(known));
        for (Rule rule : left) {
            situation = situation.flatMap(now -> {
                Judgement judgement = rule.decide(now, patterns.of(rule));
                judgement
                        .doubts()
                        .forEach(doubt -> complaints.add(new Reports.Complaint(rule.id(), conversation, doubt)));
                return carryOut.act(transaction, work.occasion(), rule, judgement.act())
                        .map(done -> {
                            done.outcome().ifPresent(outcome -> counted.add(new Reports.Counted(rule.id(), outcome)));
                            done.complaint()
                                    .ifPresent(problem ->
                                            complaints.add(new Reports.Complaint(rule.id(), conversation, problem)));
                            return done.ticket().map(now::with).orElse(now);
                        });
            });
        }
        return situation.chain(() -> reports.add(transaction, work.occasion().workspace(), counted, complaints));
    }

    /** The calendars some rules name. */
    static Set<UUID> calendarsOf(Collection<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Optional.ofNullable(rule.terms().when().hours()).stream())
                .map(Hours::calendarId)
                .collect(Collectors.toSet());
    }
}
