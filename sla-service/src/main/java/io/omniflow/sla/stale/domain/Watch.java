package io.omniflow.sla.stale.domain;

import io.omniflow.sla.stale.domain.Stage.Asked;
import io.omniflow.sla.stale.domain.Stage.Closing;
import io.omniflow.sla.stale.domain.Stage.Held;
import io.omniflow.sla.stale.domain.Stage.Importing;
import io.omniflow.sla.stale.domain.Stage.Quiet;
import io.omniflow.sla.stale.domain.Stage.Reminded;
import io.omniflow.sla.stale.domain.Stage.Rested;
import io.omniflow.sla.stale.domain.Stage.Warned;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that sits in Waiting.
 *
 * @param since when it came there, or was last touched by a person, a customer or a vendor
 */
public record Watch(Instant since, Stage stage) {
    private static final String TOO_EARLY = "grace-not-over";

    /** @param before null when the ticket was not watched */
    public static Outcome after(@Nullable Watch before, Sign sign, Rules rules) {
        return switch (sign) {
            case Sign.Left _ -> Outcome.NOTHING;
            case Sign.Touched(Instant at) -> Outcome.of(new Watch(at, new Quiet()));
            case Sign.Imported(Instant at) -> Outcome.of(new Watch(at, new Quiet()));
            case Sign.Retold(Instant at) -> Outcome.of(new Watch(at, new Importing()));
            case Sign.Noted(Instant at) -> Outcome.of(before == null ? new Watch(at, new Quiet()) : before);
            case Sign.Delivered delivered ->
                Outcome.of(
                        before == null ? new Watch(delivered.at(), new Quiet()) : before.delivered(delivered, rules));
            case Sign.Refused refused -> before == null ? Outcome.NOTHING : before.refused(refused, rules);
        };
    }

    /** When to judge next, if nothing comes in between. */
    public Optional<Instant> next(Rules rules) {
        StalePolicy policy = rules.policy();
        return switch (stage) {
            case Importing _, Asked _, Closing _ -> Optional.empty();
            case Quiet _ -> policy.enabled() ? Optional.of(since.plus(policy.waitingFor())) : Optional.empty();
            case Held held -> Optional.of(held.retryAt());
            case Warned(Grace grace) -> Optional.of(grace.half());
            case Reminded(Grace grace) -> Optional.of(grace.until());
            case Rested _ -> policy.enabled() && policy.autoClose() ? Optional.of(since) : Optional.empty();
        };
    }

    /**
     * What time alone brings about.
     *
     * @param known the ticket's facts are known up to here, and nothing that falls due later is judged
     * @param now when this happens
     * @param command the id of the command this may lead to
     */
    public Outcome judge(Instant known, Instant now, Rules rules, UUID command) {
        Optional<Instant> due = next(rules).filter(at -> at.isBefore(known));
        if (due.isEmpty()) {
            return Outcome.of(this);
        }
        if (!rules.policy().enabled()) {
            return Outcome.of(at(new Quiet()));
        }
        return switch (stage) {
            case Importing _, Asked _, Closing _ -> Outcome.of(this);
            case Quiet _ ->
                Outcome.of(
                        at(new Asked(null, command, Series.QUIET)),
                        new Deed.TellStale(since, due.get()),
                        ping(null, now, rules, command));
            case Held(@Nullable Grace grace, Instant _, Series series) ->
                Outcome.of(at(new Asked(grace, command, series)), ping(grace, now, rules, command));
            case Warned(Grace grace) ->
                Outcome.of(at(new Asked(grace, command, Series.QUIET)), ping(grace, now, rules, command));
            case Reminded(Grace grace) ->
                rules.policy().autoClose()
                        ? Outcome.of(at(new Closing(grace, command)), new Deed.Close(command))
                        : Outcome.of(at(new Rested()));
            case Rested _ -> Outcome.of(at(new Asked(null, command, Series.QUIET)), ping(null, now, rules, command));
        };
    }

    private Watch at(Stage next) {
        return new Watch(since, next);
    }

    private static Deed ping(@Nullable Grace grace, Instant now, Rules rules, UUID command) {
        return grace == null
                ? new Deed.Ping(command, Recipient.ASSIGNEE, rules.graceEnd(now))
                : new Deed.Ping(
                        command,
                        Recipient.LEAD,
                        grace.atLeastUntil(now.plus(rules.half(now))).until());
    }

    /** A ping nobody waits for any more begins no grace: whoever got it was asked about another wait. */
    private Watch delivered(Sign.Delivered ping, Rules rules) {
        if (!(stage instanceof Asked(@Nullable Grace first, UUID command, Series _))
                || !command.equals(ping.command())) {
            return this;
        }
        Instant at = ping.at();
        Instant owed = first == null ? rules.graceEnd(at) : at.plus(rules.half(at));
        Grace grace = new Grace(at, owed).atLeastUntil(ping.graceUntil()).makingUpFor(rules.silences());
        return at(first == null ? new Warned(grace) : new Reminded(first.atLeastUntil(grace.until())));
    }

    private Outcome refused(Sign.Refused refused, Rules rules) {
        Instant retryAt = rules.retryAfter(refused.at());
        return switch (stage) {
            case Asked(@Nullable Grace grace, UUID command, Series series)
            when command.equals(refused.command()) ->
                Outcome.of(
                        at(new Held(grace, retryAt, Series.ALERTED)),
                        new Deed.Miss(since, refused.reason(), refused.at(), retryAt, series));
            case Closing(Grace grace, UUID command)
            when command.equals(refused.command()) ->
                Outcome.of(at(
                        refused.reason().equals(TOO_EARLY)
                                ? new Reminded(grace.atLeastUntil(retryAt))
                                : new Held(null, retryAt, Series.QUIET)));
            case Importing _, Quiet _, Asked _, Held _, Warned _, Reminded _, Closing _, Rested _ -> Outcome.of(this);
        };
    }
}
