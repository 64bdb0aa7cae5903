package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.Caller;
import io.omniflow.ticket.live.Journal;
import io.omniflow.ticket.live.LiveEvent;
import io.omniflow.ticket.live.LiveStreams;
import io.omniflow.ticket.live.Position;
import io.omniflow.ticket.live.Streams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells an agent what happens in its feed. */
@ApplicationScoped
public class LiveFeeds {
    private final Streams<Recipient, FeedChange> streams;
    private final Notifications notifications;

    LiveFeeds(LiveStreams live, FeedChanges changes, Notifications notifications) {
        this.streams = live.of(changes);
        this.notifications = notifications;
    }

    /** Throws 429 when too many are open. */
    public Multi<LiveEvent<FeedNews>> stream(Caller caller, Recipient recipient, Optional<Position> resumed) {
        return streams.open(caller, recipient, resumed, found -> told(recipient, found));
    }

    /** Each change once, with the notification as it is now, at the place where it happened last. */
    private Uni<List<LiveEvent<FeedNews>>> told(Recipient recipient, List<Journal.Entry<FeedChange>> found) {
        Map<FeedChange, Position> last = new LinkedHashMap<>();
        found.forEach(entry -> {
            last.remove(entry.change());
            last.put(entry.change(), entry.position());
        });
        List<UUID> ids =
                last.keySet().stream().map(FeedChange::notification).distinct().toList();
        return notifications.among(recipient, ids).map(shown -> events(last, shown));
    }

    private static List<LiveEvent<FeedNews>> events(Map<FeedChange, Position> last, List<Notification> shown) {
        Map<UUID, Notification> byId = shown.stream().collect(Collectors.toMap(Notification::id, Function.identity()));
        List<LiveEvent<FeedNews>> events = new ArrayList<>();
        last.forEach((change, position) -> {
            @Nullable Notification notification = byId.get(change.notification());
            if (notification != null) {
                events.add(new LiveEvent.Told<>(news(change, notification), position));
            }
        });
        return events;
    }

    private static FeedNews news(FeedChange change, Notification notification) {
        return switch (change.what()) {
            case TOLD -> new FeedNews.Told(notification);
            case READ -> new FeedNews.Marked(notification);
            case READ_UP_TO -> new FeedNews.ReadUpTo(notification.id());
        };
    }
}
