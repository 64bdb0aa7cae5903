package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.LinkEvents;
import io.omniflow.integration.link.LinkFollower;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.kit.outbox.Outbox;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores what became of tying an existing issue, in the transaction that settles the delivery. */
@ApplicationScoped
class StoreTie {
    private final Links links;
    private final LinkEvents events;
    private final Outbox outbox;
    private final List<LinkFollower> followers;

    StoreTie(Links links, LinkEvents events, Outbox outbox, @All List<LinkFollower> followers) {
        this.links = links;
        this.events = events;
        this.outbox = outbox;
        this.followers = followers;
    }

    /** One link a ticket and issue: whoever named it in another way gets told which link there is. */
    Uni<Void> tied(SqlClient transaction, Delivery settled, Issue issue, @Nullable Problem flaw) {
        ExternalIssue there = new ExternalIssue(
                issue.id(), issue.key(), issue.url(), issue.state().name());
        return change(transaction, settled, link -> links.tiedByAnother(transaction, link, issue.id())
                .flatMap(twice -> twice
                        ? save(transaction, link.failed(tiedAlready(issue), settled.attempts(), settled.updatedAt()))
                        : linked(
                                transaction,
                                link.linked(there, flaw, settled.attempts(), settled.updatedAt()),
                                there)));
    }

    Uni<Void> failed(SqlClient transaction, Delivery settled, @Nullable Problem problem) {
        return saving(transaction, settled, link -> link.failed(problem, settled.attempts(), settled.updatedAt()));
    }

    Uni<Void> delayed(SqlClient transaction, Delivery settled) {
        return saving(
                transaction, settled, link -> link.delayed(settled.problem(), settled.attempts(), settled.updatedAt()));
    }

    private Uni<Void> linked(SqlClient transaction, Link link, ExternalIssue there) {
        Uni<Void> done =
                save(transaction, link).chain(() -> outbox.append(transaction, List.of(events.created(link, there))));
        for (LinkFollower follower : followers) {
            done = done.chain(() -> follower.linked(transaction, link));
        }
        return done;
    }

    private Uni<Void> saving(SqlClient transaction, Delivery settled, UnaryOperator<Link> change) {
        return change(transaction, settled, link -> save(transaction, change.apply(link)));
    }

    private Uni<Void> save(SqlClient transaction, Link link) {
        return links.save(transaction, link).replaceWithVoid();
    }

    private Uni<Void> change(SqlClient transaction, Delivery settled, Function<Link, Uni<Void>> change) {
        return links.findForChange(transaction, settled.workspace(), new LinkId(settled.subject()))
                .flatMap(found ->
                        found.map(change).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Problem tiedAlready(Issue issue) {
        return new Problem("tied-already", 409, "The ticket is tied to " + issue.key() + " by another link");
    }
}
