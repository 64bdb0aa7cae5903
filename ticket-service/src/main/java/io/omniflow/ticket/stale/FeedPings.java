package io.omniflow.ticket.stale;

import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.Notice;
import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reaches agents through their feeds. */
@ApplicationScoped
class FeedPings implements Pings {
    private final Feeds feeds;

    FeedPings(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public Uni<Optional<UUID>> deliver(SqlConnection transaction, Stream<UUID> agents, Ping ping) {
        return firstOf(transaction, agents.distinct().iterator(), ping);
    }

    private Uni<Optional<UUID>> firstOf(SqlConnection transaction, Iterator<UUID> agents, Ping ping) {
        if (!agents.hasNext()) {
            return Uni.createFrom().item(Optional.empty());
        }
        UUID agent = agents.next();
        return feeds.add(transaction, List.of(notice(agent, ping)))
                .flatMap(reached -> reached.contains(agent)
                        ? Uni.createFrom().item(Optional.of(agent))
                        : firstOf(transaction, agents, ping));
    }

    private static Notice notice(UUID agent, Ping ping) {
        return new Notice(
                ping.workspace(),
                agent,
                Kind.STALE_PING,
                ping.ticket().id().value(),
                ping.at(),
                ping.actor(),
                ping.data(),
                ping.cause());
    }
}
