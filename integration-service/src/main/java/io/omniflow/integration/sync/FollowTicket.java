package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.integration.sync.domain.Act;
import io.omniflow.integration.sync.domain.StatusChange;
import io.omniflow.integration.sync.domain.Step;
import io.omniflow.integration.sync.domain.TicketNews;
import io.omniflow.integration.sync.domain.Tie;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes over what happened to tickets and wants from the issues what follows. No vendor is called here. */
@ApplicationScoped
public class FollowTicket {
    private final Ties ties;
    private final Deliveries deliveries;
    private final SyncEvents events;
    private final Outbox outbox;
    private final Clock clock;

    FollowTicket(Ties ties, Deliveries deliveries, SyncEvents events, Outbox outbox, Clock clock) {
        this.ties = ties;
        this.deliveries = deliveries;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param news in the order of each ticket */
    public Uni<Void> take(SqlClient transaction, List<TicketNews> news) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return begin(transaction, news)
                .chain(() -> ties.ofTicketsForChange(transaction, news))
                .flatMap(links -> links.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : new Following(links, clock.instant()).all(news).store(transaction));
    }

    private Uni<Void> begin(SqlClient transaction, List<TicketNews> news) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (TicketNews one : news) {
            if (one instanceof TicketNews.Reported reported) {
                done = done.chain(() -> ties.begin(transaction, reported));
            }
        }
        return done;
    }

    /** One batch, folded into the links of its tickets. */
    private final class Following {
        private final Map<LinkId, TiedLink> links = new LinkedHashMap<>();
        private final Set<LinkId> changed = new LinkedHashSet<>();
        private final Set<LinkId> toPush = new LinkedHashSet<>();
        private final Set<LinkId> toRead = new LinkedHashSet<>();
        private final List<OutboundEvent> asked = new ArrayList<>();
        private final List<Delivery> said = new ArrayList<>();
        private final Instant now;

        private Following(List<TiedLink> found, Instant now) {
            found.forEach(link -> links.put(link.id(), link));
            this.now = now;
        }

        private Following all(List<TicketNews> news) {
            for (TicketNews one : news) {
                List.copyOf(links.values()).stream()
                        .filter(link -> link.workspace().equals(one.workspace())
                                && link.ticketId().equals(one.ticketId()))
                        .filter(link -> !(one instanceof TicketNews.Fact fact) || fact.version() > link.ticketVersion())
                        .forEach(link -> follow(link, one));
            }
            return this;
        }

        private void follow(TiedLink link, TicketNews news) {
            switch (news) {
                case TicketNews.StatusChanged status ->
                    take(link, link.tie().ticketChanged(status.over(link.id()), Ids.next()), status.version());
                case TicketNews.NothingToChange(var _, var _, LinkId of, var command, var status, Instant at) -> {
                    if (of.equals(link.id())) {
                        StatusChange same = new StatusChange(status, at, command);
                        take(link, link.tie().ticketChanged(same, Ids.next()), link.ticketVersion());
                    }
                }
                case TicketNews.CommandRefused(var _, var _, LinkId of, var command) -> {
                    if (of.equals(link.id())) {
                        take(link, new Step(link.tie().refused(command), List.of()), link.ticketVersion());
                    }
                }
                case TicketNews.Merged(var _, var _, long version) ->
                    take(link, new Step(link.tie().merged(), List.of()), version);
                case TicketNews.Unmerged(var _, var _, long version, var status, Instant at) -> {
                    if (link.tie().course() == Tie.Course.RESTS) {
                        said.add(Calls.comment(
                                link, Said.merging("The merge was undone: this ticket stands for itself again."), now));
                    }
                    take(link, link.tie().unmerged(status, at), version);
                }
                case TicketNews.Absorbed(var _, var _, long into) ->
                    said.add(Calls.comment(link, Said.merging("This ticket was merged into #" + into + "."), now));
                case TicketNews.NoteForEngineering(var _, var _, long version, long number, String body) -> {
                    said.add(Calls.comment(link, Said.note(number, body), now));
                    take(link, new Step(link.tie(), List.of()), version);
                }
                case TicketNews.Reported _ -> {}
            }
        }

        private void take(TiedLink link, Step step, long version) {
            links.put(link.id(), link.with(step.tie(), version));
            changed.add(link.id());
            for (Act act : step.acts()) {
                switch (act) {
                    case Act.Push _ -> toPush.add(link.id());
                    case Act.Read _ -> toRead.add(link.id());
                    case Act.Ask ask -> asked.add(events.asked(link, ask, now));
                    case Act.Tell _, Act.Move _ ->
                        throw new IllegalStateException("only who reads an issue finds " + act);
                }
            }
        }

        private Uni<Void> store(SqlClient transaction) {
            return ties.save(transaction, changed.stream().map(this::link).toList())
                    .chain(() -> queue(transaction, toPush, Operation.SET_STATE))
                    .chain(() -> queue(transaction, toRead, Operation.REFRESH))
                    .chain(() -> say(transaction))
                    .chain(() -> outbox.append(transaction, asked));
        }

        private Uni<Void> say(SqlClient transaction) {
            return Multi.createFrom()
                    .iterable(said)
                    .filter(comment -> link(new LinkId(comment.subject())).state() == LinkState.LINKED)
                    .onItem()
                    .transformToUniAndConcatenate(comment -> deliveries
                            .add(transaction, comment)
                            .chain(() -> ties.rememberComment(
                                    transaction,
                                    comment.workspace(),
                                    new LinkId(comment.subject()),
                                    comment.told(Said.ID))))
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private Uni<Void> queue(SqlClient transaction, Set<LinkId> wanted, Operation operation) {
            List<TiedLink> carrying =
                    wanted.stream().map(this::link).filter(TiedLink::carries).toList();
            return Multi.createFrom()
                    .iterable(carrying)
                    .onItem()
                    .transformToUniAndConcatenate(
                            link -> deliveries.addUnlessWaiting(transaction, Calls.of(link, operation, now)))
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private TiedLink link(LinkId id) {
            TiedLink link = links.get(id);
            if (link == null) {
                throw new IllegalStateException("no link " + id);
            }
            return link;
        }
    }
}
