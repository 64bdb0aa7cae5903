package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.field.domain.TextPattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An automation rule. {@code version} counts the changes of its terms, from 1. */
public record Rule(UUID id, RuleTerms terms, long version, Instant createdAt, Instant updatedAt) {
    private static final String ACTOR = "automation:";

    /** How what a rule does names the rule. */
    public String actor() {
        return ACTOR + id;
    }

    /** Whether an actor is some rule. */
    public static boolean isActor(String actor) {
        return actor.startsWith(ACTOR) && isId(actor.substring(ACTOR.length()));
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    public Rule with(RuleTerms after, Instant now) {
        return new Rule(id, after, version + 1, createdAt, now);
    }

    /**
     * What the rule comes to in a situation its trigger has led to.
     *
     * @param pattern its regex as {@link #anywhere} has it, null when it has none
     */
    public Judgement decide(Situation situation, @Nullable TextPattern pattern) {
        List<Finding> findings = Conditions.of(terms, situation, pattern);
        boolean met = findings.stream().allMatch(finding -> finding.answer() == Finding.Answer.MET);
        return new Judgement(findings, met ? act(situation) : new Act.Nothing());
    }

    /** A pattern of whole texts that are found to hold a regex. */
    public static String anywhere(String regex) {
        return "(?s:.*)(?:" + regex + ")(?s:.*)";
    }

    private Act act(Situation situation) {
        if (situation.behind().contains(id)) {
            return new Act.Skip(Outcome.LOOPED);
        }
        @Nullable LinkedTicket ticket = situation.ticket();
        return switch (terms.then()) {
            case Then.CreateTicket(Template template) ->
                ticket == null ? new Act.Create(template.filled(situation)) : new Act.Skip(Outcome.HAS_TICKET);
            case Then.ChangeTicket(Changes changes) ->
                ticket == null ? new Act.Skip(Outcome.NO_TICKET) : new Act.Change(ticket.id(), changes.steps());
        };
    }
}
