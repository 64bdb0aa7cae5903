package io.omniflow.sla.policy;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.sla.policy.domain.Book;
import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Draft;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, orders, changes and removes policies. Each change is a new revision and is told in the same transaction. */
@ApplicationScoped
public class KeepPolicies {
    private final Transactions transactions;
    private final Books books;
    private final FitPolicies fitting;
    private final PolicyEvents events;
    private final Outbox outbox;
    private final InstantSource time;

    KeepPolicies(
            Transactions transactions,
            Books books,
            FitPolicies fitting,
            PolicyEvents events,
            Outbox outbox,
            InstantSource time) {
        this.transactions = transactions;
        this.books = books;
        this.fitting = fitting;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    /** Fails with 409 for a name that is taken or too many policies, with 422 for a draft that breaks a rule. */
    public Uni<Shelf.Placed> make(
            SqlConnection transaction, Caller caller, Draft draft, PolicyPatch.Place place, Origin origin) {
        Definition wanted = FitPolicies.fitting(draft.check());
        return books.lock(transaction, caller.workspace()).flatMap(shelf -> {
            if (shelf.book().isFull()) {
                throw Problems.conflict("too-many-policies", "A workspace has at most " + Book.MOST + " policies");
            }
            Instant now = time.instant();
            UUID id = Ids.next();
            mustBeFree(shelf, wanted.name(), id);
            KeptPolicy made = new KeptPolicy(id, wanted, 1, new KeptPolicy.Trail(now, now, caller.subject()));
            return fitting.calendarVersion(transaction, caller.workspace(), wanted, now)
                    .map(version -> shelf.book().with(entry(made, version), position(place, shelf.book())))
                    .call(book -> books.keep(transaction, caller.workspace(), made))
                    .call(book -> books.append(transaction, caller.workspace(), book, now))
                    .map(book -> Shelf.of(book, List.of(made)).place(made))
                    .call(placed -> tell(transaction, caller, id, null, placed, now, origin));
        });
    }

    /** Fails with 404, 409, 412 or 422. What changes nothing makes no version and no revision, and is not told. */
    public Uni<Shelf.Placed> change(Caller caller, UUID id, Optional<Long> version, PolicyPatch patch, Origin origin) {
        return transactions.write(
                transaction -> books.lock(transaction, caller.workspace()).flatMap(shelf -> {
                    Shelf.Placed before = held(shelf, id, version);
                    Definition wanted = wanted(before, patch);
                    mustBeFree(shelf, wanted.name(), id);
                    Instant now = time.instant();
                    KeptPolicy after = next(before.policy(), wanted, caller, now);
                    return fitting.calendarVersion(transaction, caller.workspace(), wanted, now)
                            .map(calendar -> arranged(shelf.book(), entry(after, calendar), patch.place()))
                            .flatMap(book -> book.entries().equals(shelf.book().entries())
                                    ? Uni.createFrom().item(before)
                                    : keep(transaction, caller, before, after, book, now, origin));
                }));
    }

    /** Fails with 404, 412, or 409 for the default policy. Its versions and the revisions that name it are kept. */
    public Uni<Void> remove(Caller caller, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(
                transaction -> books.lock(transaction, caller.workspace()).flatMap(shelf -> {
                    Shelf.Placed before = held(shelf, id, version);
                    switch (before.standing()) {
                        case DEFAULT -> throw Problems.conflict("default-policy", "There is always a default policy");
                        case ORDINARY -> {}
                    }
                    Instant now = time.instant();
                    return books.append(
                                    transaction,
                                    caller.workspace(),
                                    shelf.book().without(id),
                                    now)
                            .chain(() -> tell(transaction, caller, id, before, null, now, origin));
                }));
    }

    private static Shelf.Placed held(Shelf shelf, UUID id, Optional<Long> version) {
        Shelf.Placed placed = shelf.find(id).orElseThrow(() -> Problems.notFound("The policy"));
        ETags.check(version, placed.policy().version());
        return placed;
    }

    private static Definition wanted(Shelf.Placed before, PolicyPatch patch) {
        Draft draft = patch.change().apply(before.policy().definition());
        return switch (before.standing()) {
            case ORDINARY -> FitPolicies.fitting(draft.check());
            case DEFAULT -> {
                if (patch.place() instanceof PolicyPatch.Place.At(int position) && position != before.position()) {
                    throw Problems.invalid("/position", "must stay: the default policy is always the last");
                }
                yield FitPolicies.fitting(draft.checkAsDefault());
            }
        };
    }

    private static void mustBeFree(Shelf shelf, String name, UUID id) {
        if (shelf.isNamed(name, id)) {
            throw Problems.conflict("policy-name-taken", "Another policy has this name");
        }
    }

    private static KeptPolicy next(KeptPolicy before, Definition wanted, Caller caller, Instant now) {
        if (wanted.equals(before.definition())) {
            return before;
        }
        KeptPolicy.@Nullable Trail trail = before.trail();
        return new KeptPolicy(
                before.id(),
                wanted,
                before.version() + 1,
                new KeptPolicy.Trail(trail == null ? now : trail.createdAt(), now, caller.subject()));
    }

    private Uni<Shelf.Placed> keep(
            SqlConnection transaction,
            Caller caller,
            Shelf.Placed before,
            KeptPolicy after,
            Book book,
            Instant now,
            Origin origin) {
        Shelf.Placed placed = Shelf.of(book, List.of(after)).place(after);
        Uni<Void> version = after.version() == before.policy().version()
                ? Uni.createFrom().voidItem()
                : books.keep(transaction, caller.workspace(), after);
        return version.chain(() -> books.append(transaction, caller.workspace(), book, now))
                .chain(() -> tell(transaction, caller, after.id(), before, placed, now, origin))
                .replaceWith(placed);
    }

    private static Book.Entry entry(KeptPolicy policy, int calendarVersion) {
        return new Book.Entry(policy.id(), policy.version(), policy.definition().calendarId(), calendarVersion);
    }

    private static Book arranged(Book book, Book.Entry entry, PolicyPatch.Place place) {
        boolean isDefault = book.defaultEntry().policyId().equals(entry.policyId());
        Book changed = book.changed(entry);
        return place instanceof PolicyPatch.Place.Same || isDefault
                ? changed
                : new Book(
                        changed.revision(),
                        changed.moved(entry.policyId(), position(place, changed))
                                .entries());
    }

    private static int position(PolicyPatch.Place place, Book book) {
        return switch (place) {
            case PolicyPatch.Place.At(int position) -> position;
            case PolicyPatch.Place.Last(), PolicyPatch.Place.Same() ->
                book.entries().size();
        };
    }

    private Uni<Void> tell(
            SqlConnection transaction,
            Caller caller,
            UUID id,
            Shelf.@Nullable Placed before,
            Shelf.@Nullable Placed after,
            Instant at,
            Origin origin) {
        return outbox.append(transaction, List.of(events.changed(caller.workspace(), id, before, after, at, origin)));
    }
}
