package io.omniflow.ticket.rule;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.rule.domain.Bounds;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.RuleTerms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes rules; each change of a setting is published with it. */
@ApplicationScoped
public class KeepRules {
    /** All of a trigger are looked at for every message. */
    static final int MOST_RULES = 200;

    private final Transactions transactions;
    private final Rules rules;
    private final CheckRule checkRule;
    private final RuleEvents events;
    private final Outbox outbox;
    private final Clock clock;

    KeepRules(
            Transactions transactions,
            Rules rules,
            CheckRule checkRule,
            RuleEvents events,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.checkRule = checkRule;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Rule> read(WorkspaceId workspace, UUID id) {
        return rules.find(workspace, id).map(found -> found.orElseThrow(() -> Problems.notFound("rule")));
    }

    /**
     * Fails with 409 when there are too many, and with 422.
     *
     * @param terms for the position behind all others
     */
    public Uni<Rule> make(
            SqlConnection transaction, WorkspaceId workspace, IntFunction<RuleTerms> terms, Origin origin) {
        return rules.room(transaction, workspace).flatMap(room -> {
            if (room.taken() >= MOST_RULES) {
                throw Problems.conflict("too-many-rules", "A workspace has at most " + MOST_RULES + " rules");
            }
            return checkRule
                    .checked(transaction, workspace, terms.apply(Math.min(room.next(), Bounds.LAST_POSITION)))
                    .flatMap(checked -> insert(transaction, workspace, checked, origin));
        });
    }

    private Uni<Rule> insert(SqlConnection transaction, WorkspaceId workspace, RuleTerms terms, Origin origin) {
        Instant now = now();
        Rule rule = new Rule(Ids.next(), terms, 1, now, now);
        return rules.insert(transaction, workspace, rule)
                .chain(() -> publish(transaction, workspace, rule.id(), null, rule, origin))
                .replaceWith(rule);
    }

    /** Fails with 404, 412 or 422. What changes nothing keeps the version and is not published. */
    public Uni<Rule> change(
            WorkspaceId workspace, UUID id, Optional<Long> version, UnaryOperator<RuleTerms> change, Origin origin) {
        return transactions.write(
                transaction -> kept(transaction, workspace, id, version).flatMap(before -> {
                    RuleTerms terms = change.apply(before.terms());
                    return terms.equals(before.terms())
                            ? Uni.createFrom().item(before)
                            : checked(transaction, workspace, before.terms(), terms)
                                    .flatMap(checked -> replace(
                                            transaction, workspace, before, before.with(checked, now()), origin));
                }));
    }

    /** A rule that names who has left can still be turned off, moved and renamed. */
    private Uni<RuleTerms> checked(
            SqlConnection transaction, WorkspaceId workspace, RuleTerms before, RuleTerms terms) {
        boolean sameWork = terms.when().equals(before.when())
                && terms.then().equals(before.then())
                && (before.enabled() || !terms.enabled());
        return sameWork ? checkRule.bounded(terms) : checkRule.checked(transaction, workspace, terms);
    }

    private Uni<Rule> replace(
            SqlConnection transaction, WorkspaceId workspace, Rule before, Rule after, Origin origin) {
        return rules.replace(transaction, workspace, after)
                .chain(() -> publish(transaction, workspace, after.id(), before, after, origin))
                .replaceWith(after);
    }

    public Uni<Void> remove(WorkspaceId workspace, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(transaction -> kept(transaction, workspace, id, version)
                .call(before -> rules.remove(transaction, workspace, id))
                .flatMap(before -> publish(transaction, workspace, id, before, null, origin)));
    }

    private Uni<Rule> kept(SqlConnection transaction, WorkspaceId workspace, UUID id, Optional<Long> version) {
        return rules.lock(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("rule")))
                .invoke(rule -> ETags.check(version, rule.version()));
    }

    private Uni<Void> publish(
            SqlConnection transaction,
            WorkspaceId workspace,
            UUID id,
            @Nullable Rule before,
            @Nullable Rule after,
            Origin origin) {
        Instant at = after == null ? now() : after.updatedAt();
        return outbox.append(transaction, List.of(events.changed(workspace, id, before, after, at, origin)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
