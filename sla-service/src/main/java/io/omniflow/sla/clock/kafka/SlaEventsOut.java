package io.omniflow.sla.clock.kafka;

import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Position;
import io.omniflow.kit.time.Ids;
import io.omniflow.sla.clock.Announcement;
import io.omniflow.sla.clock.Announcements;
import io.omniflow.sla.clock.domain.News;
import io.omniflow.sla.clock.domain.Telling;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** SLA facts through the outbox, and behind each mark that is told what the policy asks of ticket-service because of it. */
@ApplicationScoped
class SlaEventsOut implements Announcements {
    private static final String ACTOR = "system:sla-service";

    private final Outbox outbox;

    SlaEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> tell(SqlConnection transaction, List<Announcement> announcements) {
        return outbox.append(
                transaction,
                announcements.stream().flatMap(SlaEventsOut::events).toList());
    }

    private static Stream<OutboundEvent> events(Announcement announcement) {
        OutboundEvent told = event(announcement);
        return announcement.news() instanceof News.Noticed noticed
                ? Stream.concat(Stream.of(told), EscalationOf.commands(noticed, told))
                : Stream.of(told);
    }

    private static OutboundEvent event(Announcement announcement) {
        Origin origin = announcement
                .cause()
                .map(cause ->
                        new Origin(ACTOR, cause.correlationId(), cause.eventId().toString(), cause.traceParent()))
                .orElseGet(() -> new Origin(ACTOR, Ids.next().toString(), null));
        return new OutboundEvent(
                Ids.next(),
                announcement.key().workspace(),
                announcement.key().ticket(),
                EventOf.news(announcement.news()),
                at(announcement.news()),
                announcement.sequence(),
                origin,
                null,
                Position.LAST,
                history(announcement.news()));
    }

    private static Instant at(News news) {
        return switch (news) {
            case News.Moved moved -> moved.transition().at();
            case News.Noticed noticed -> noticed.mark().at();
            case News.Withdrawn withdrawn -> withdrawn.at();
            case News.WentStale stale -> stale.at();
            case News.PingFailed failed -> failed.at();
        };
    }

    private static History history(News news) {
        return switch (news) {
            case News.Moved moved -> moved.telling() == Telling.BACKFILL ? History.BACKFILL : History.LIVE;
            case News.Noticed _ -> History.LIVE;
            case News.Withdrawn _, News.WentStale _, News.PingFailed _ -> History.LIVE;
        };
    }
}
