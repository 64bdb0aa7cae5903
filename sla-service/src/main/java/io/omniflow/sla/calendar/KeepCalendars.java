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
    private static final int MOST_NAMED = 5;

    private final Transactions transactions;
    private final Calendars calendars;
    private final CalendarUsers users;
    private final CalendarEvents events;
    private final Outbox outbox;
    private final InstantSource time;

    KeepCalendars(
            Transactions transactions,
            Calendars calendars,
            CalendarUsers users,
            CalendarEvents events,
            Outbox outbox,
            InstantSource time) {
        this.transactions = transactions;
        this.calendars = calendars;
        this.users = users;
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

    /** Fails with 404, 412, 422, or 409 when a policy could not go by it. What changes nothing keeps the version and is not told. */
    public Uni<KeptCalendar> change(
            Caller caller, UUID id, Optional<Long> version, Function<Definition, Draft> change, Origin origin) {
        return transactions.write(
                transaction -> held(transaction, caller, id, version).flatMap(held -> {
                    KeptCalendar before = held.calendar();
                    Definition wanted = fitting(change.apply(before.definition()));
                    if (wanted.equals(before.definition())) {
                        return Uni.createFrom().item(before);
                    }
                    Instant now = time.instant();
                    KeptCalendar after = next(before, wanted, caller);
                    return calendars
                            .replace(transaction, caller.workspace(), after)
                            .chain(() -> held.users().follow(after, now))
                            .chain(() -> tell(transaction, caller, id, before, after, now, origin))
                            .replaceWith(after);
                }));
    }

    /** Fails with 404, 412, or 409 while a policy goes by it. */
    public Uni<Void> remove(Caller caller, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(transaction -> held(transaction, caller, id, version)
                .invoke(held -> mustBeNone(held.users().goingBy(id)))
                .call(() -> calendars.remove(transaction, caller.workspace(), id))
                .flatMap(held -> tell(transaction, caller, id, held.calendar(), null, time.instant(), origin)));
    }

    private static void mustBeNone(List<String> policies) {
        if (!policies.isEmpty()) {
            throw Problems.conflict(
                    "calendar-in-use",
                    "The calendar is used by the policies: "
                            + String.join(", ", policies.subList(0, Math.min(policies.size(), MOST_NAMED))));
        }
    }

    /** A calendar nobody else can change or begin to go by. */
    private record Held(KeptCalendar calendar, CalendarUsers.Held users) {}

    private Uni<Held> held(SqlConnection transaction, Caller caller, UUID id, Optional<Long> version) {
        if (id.equals(Policy.alwaysOpenId(caller.workspace().value()))) {
            return Uni.createFrom()
                    .failure(Problems.conflict("built-in-calendar", "The 24×7 calendar cannot be changed or removed"));
        }
        return users.hold(transaction, caller.workspace()).flatMap(goingBy -> calendars
                .lock(transaction, caller.workspace(), id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The calendar")))
                .invoke(calendar -> ETags.check(version, calendar.version()))
                .map(calendar -> new Held(calendar, goingBy)));
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
