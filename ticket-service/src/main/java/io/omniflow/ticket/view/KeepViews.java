package io.omniflow.ticket.view;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes views; each change of a setting is published with it. */
@ApplicationScoped
public class KeepViews {
    private final Transactions transactions;
    private final Views views;
    private final ViewEvents events;
    private final Outbox outbox;
    private final Clock clock;

    KeepViews(Transactions transactions, Views views, ViewEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.views = views;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Fails with 404 for what the caller does not see. */
    public Uni<View> read(Caller caller, UUID id) {
        return views.find(caller.workspace(), id).map(found -> seen(caller, found));
    }

    public Uni<View> make(SqlConnection transaction, Caller caller, View.Terms terms, Origin origin) {
        ViewRights.checkKeeps(caller, terms);
        Instant now = now();
        View view = new View(Ids.next(), terms, caller.subject(), 1, now, now);
        return views.insert(transaction, caller.workspace(), view)
                .chain(() -> publish(transaction, caller, view.id(), null, view, origin))
                .replaceWith(view);
    }

    /** Fails with 403, 404 or 412. What changes nothing keeps the version and is not published. */
    public Uni<View> change(
            Caller caller, UUID id, Optional<Long> version, UnaryOperator<View.Terms> change, Origin origin) {
        return transactions.write(
                transaction -> kept(transaction, caller, id, version).flatMap(before -> {
                    View.Terms terms = change.apply(before.terms());
                    ViewRights.checkKeeps(caller, terms);
                    ViewRights.checkStaysSeen(caller, before, terms);
                    if (terms.equals(before.terms())) {
                        return Uni.createFrom().item(before);
                    }
                    View after = before.with(terms, now());
                    return views.replace(transaction, caller.workspace(), after)
                            .chain(() -> publish(transaction, caller, id, before, after, origin))
                            .replaceWith(after);
                }));
    }

    public Uni<Void> remove(Caller caller, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(transaction -> kept(transaction, caller, id, version)
                .call(before -> views.remove(transaction, caller.workspace(), id))
                .flatMap(before -> publish(transaction, caller, id, before, null, origin)));
    }

    private Uni<View> kept(SqlConnection transaction, Caller caller, UUID id, Optional<Long> version) {
        return views.lock(transaction, caller.workspace(), id)
                .map(found -> seen(caller, found))
                .invoke(view -> {
                    ViewRights.checkKeeps(caller, view.terms());
                    ETags.check(version, view.version());
                });
    }

    private static View seen(Caller caller, Optional<View> found) {
        return found.filter(view -> ViewRights.sees(caller, view)).orElseThrow(() -> Problems.notFound("view"));
    }

    private Uni<Void> publish(
            SqlConnection transaction,
            Caller caller,
            UUID id,
            @Nullable View before,
            @Nullable View after,
            Origin origin) {
        Instant at = after == null ? now() : after.updatedAt();
        return outbox.append(transaction, List.of(events.changed(caller.workspace(), id, before, after, at, origin)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
