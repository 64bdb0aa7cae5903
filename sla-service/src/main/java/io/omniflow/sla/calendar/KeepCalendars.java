package io.omniflow.sla.calendar;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.sla.calendar.domain.Definition;
import io.omniflow.sla.calendar.domain.Draft;
import io.omniflow.sla.clock.domain.Policy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes calendars. Each change is a new version and is told in the same transaction. */
@ApplicationScoped
public class KeepCalendars {
    private final Transactions transactions;
    private final Calendars calendars;
    private final CalendarEvents events;
    private final Outbox outbox;
    private final InstantSource time;

    KeepCalendars(
            Transactions transactions, Calendars calendars, CalendarEvents events, Outbox outbox, InstantSource time) {
        this.transactions = transactions;
        this.calendars = calendars;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    /** Fails with 422 for a draft that breaks a rule. */
    public Uni<KeptCalendar> make(SqlConnection transaction, Caller caller, Draft draft, Origin origin) {
        Instant now = time.instant();
        KeptCalendar made =
                new KeptCalendar(Ids.next(), fitting(draft), 1, new KeptCalendar.Trail(now, now, caller.subject()));
        return calendars
                .insert(transaction, caller.workspace(), made)
                .chain(() -> tell(transaction, caller, made.id(), null, made, now, origin))
                .replaceWith(made);
    }

    /** Fails with 404, 409, 412 or 422. What changes nothing keeps the version and is not told. */
    public Uni<KeptCalendar> change(
            Caller caller, UUID id, Optional<Long> version, Function<Definition, Draft> change, Origin origin) {
        return transactions.write(
                transaction -> held(transaction, caller, id, version).flatMap(before -> {
                    Definition wanted = fitting(change.apply(before.definition()));
                    if (wanted.equals(before.definition())) {
                        return Uni.createFrom().item(before);
                    }
                    KeptCalendar after = next(before, wanted, caller);
                    return calendars
                            .replace(transaction, caller.workspace(), after)
                            .chain(() -> tell(transaction, caller, id, before, after, time.instant(), origin))
                            .replaceWith(after);
                }));
    }

    /** Fails with 404, 412, or 409 while a policy goes by it. */
    public Uni<Void> remove(Caller caller, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(transaction -> held(transaction, caller, id, version)
                .call(() -> calendars
                        .policiesNaming(transaction, caller.workspace(), id)
                        .invoke(KeepCalendars::mustBeNone))
                .call(() -> calendars.remove(transaction, caller.workspace(), id))
                .flatMap(before -> tell(transaction, caller, id, before, null, time.instant(), origin)));
    }

    private static void mustBeNone(List<String> policies) {
        if (!policies.isEmpty()) {
            throw Problems.conflict(
                    "calendar-in-use", "The calendar is used by the policies: " + String.join(", ", policies));
        }
    }

    private Uni<KeptCalendar> held(SqlConnection transaction, Caller caller, UUID id, Optional<Long> version) {
        if (id.equals(Policy.alwaysOpenId(caller.workspace().value()))) {
            return Uni.createFrom()
                    .failure(Problems.conflict("built-in-calendar", "The 24×7 calendar cannot be changed or removed"));
        }
        return calendars
                .lock(transaction, caller.workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The calendar")))
                .invoke(calendar -> ETags.check(version, calendar.version()));
    }

    private KeptCalendar next(KeptCalendar before, Definition definition, Caller caller) {
        Instant now = time.instant();
        Instant created = before.trail() == null ? now : before.trail().createdAt();
        return new KeptCalendar(
                before.id(), definition, before.version() + 1, new KeptCalendar.Trail(created, now, caller.subject()));
    }

    private static Definition fitting(Draft draft) {
        return switch (draft.check()) {
            case Draft.Checked.Fits(Definition definition) -> definition;
            case Draft.Checked.Wrong wrong ->
                throw Problems.invalid(wrong.complaints().stream()
                        .map(complaint -> new FieldError(complaint.pointer(), complaint.reason()))
                        .toList());
        };
    }

    private Uni<Void> tell(
            SqlConnection transaction,
            Caller caller,
            UUID id,
            @Nullable KeptCalendar before,
            @Nullable KeptCalendar after,
            Instant at,
            Origin origin) {
        return outbox.append(transaction, List.of(events.changed(caller.workspace(), id, before, after, at, origin)));
    }
}
