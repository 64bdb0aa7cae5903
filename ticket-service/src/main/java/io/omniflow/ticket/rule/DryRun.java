package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.field.domain.TextPattern;
import io.omniflow.ticket.rule.domain.Act;
import io.omniflow.ticket.rule.domain.Finding;
import io.omniflow.ticket.rule.domain.Judgement;
import io.omniflow.ticket.rule.domain.LinkedTicket;
import io.omniflow.ticket.rule.domain.Outcome;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.Situation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rule would do with recent conversations as they are now, be it on or off. Nothing is written. */
@ApplicationScoped
public class DryRun {
    private final KeepRules keepRules;
    private final Situations situations;
    private final Calendars calendars;
    private final RulePatterns patterns;
    private final Clock clock;

    DryRun(KeepRules keepRules, Situations situations, Calendars calendars, RulePatterns patterns, Clock clock) {
        this.keepRules = keepRules;
        this.situations = situations;
        this.calendars = calendars;
        this.patterns = patterns;
        this.clock = clock;
    }

    /**
     * One conversation.
     *
     * @param outcome what the rule would come to; empty when a condition is not met
     */
    public record Trial(
            UUID conversation,
            @Nullable String subject,
            @Nullable UUID ticket,
            Optional<Outcome> outcome,
            List<Finding> findings) {}

    /** Newest conversation first. Fails with 404. */
    public Uni<List<Trial>> of(WorkspaceId workspace, UUID id, Duration last, int limit) {
        return keepRules.read(workspace, id).flatMap(rule -> situations
                .recent(workspace, rule.terms().trigger(), clock.instant().minus(last), limit)
                .flatMap(found -> claimed(workspace, rule, found).flatMap(claimed -> calendars
                        .some(workspace, WorkOff.calendarsOf(List.of(rule)))
                        // hundreds of regexes and texts are too much for an event loop
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(known -> trials(
                                rule,
                                claimed,
                                found.stream()
                                        .map(situation -> situation.knowing(known))
                                        .toList())))));
    }

    private Uni<Set<UUID>> claimed(WorkspaceId workspace, Rule rule, List<Situation> found) {
        return situations.claimed(
                workspace,
                rule.id(),
                found.stream().map(situation -> situation.conversation().id()).toList());
    }

    private List<Trial> trials(Rule rule, Set<UUID> claimed, List<Situation> found) {
        @Nullable TextPattern pattern = patterns.of(rule);
        return found.stream()
                .map(situation -> trial(situation, rule.decide(situation, pattern), claimed))
                .toList();
    }

    private static Trial trial(Situation situation, Judgement judgement, Set<UUID> claimed) {
        UUID conversation = situation.conversation().id();
        @Nullable LinkedTicket ticket = situation.ticket();
        return new Trial(
                conversation,
                situation.conversation().subject(),
                ticket == null ? null : ticket.id().value(),
                outcome(judgement.act(), claimed.contains(conversation)),
                judgement.findings());
    }

    private static Optional<Outcome> outcome(Act act, boolean madeBefore) {
        return switch (act) {
            case Act.Nothing _ -> Optional.empty();
            case Act.Skip(Outcome why) -> Optional.of(why);
            case Act.Create _ -> Optional.of(madeBefore ? Outcome.MADE_BEFORE : Outcome.CREATED);
            case Act.Change _ -> Optional.of(Outcome.CHANGED);
        };
    }
}
