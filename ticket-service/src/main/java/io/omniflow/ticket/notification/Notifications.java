package io.omniflow.ticket.notification;

import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Feeds as their owners see them. */
public interface Notifications {
    /** What is looked for; {@code kind} is null for all. */
    record Filter(Shown shown, @Nullable Kind kind) {}

    enum Shown {
        ALL,
        UNREAD
    }

    /** A part of a feed, newest first, and how much of the whole is unread, whatever was looked for. */
    record Part(List<Notification> items, long unread) {}

    /**
     * @param behind the last of the part before
     * @param mostCounted counting ends one above
     */
    Uni<Part> of(Recipient recipient, Filter filter, @Nullable UUID behind, int limit, int mostCounted);

    Uni<Optional<Notification>> find(Recipient recipient, UUID id);

    Uni<List<Notification>> among(Recipient recipient, Collection<UUID> ids);

    Uni<Optional<Notification>> lock(SqlConnection transaction, Recipient recipient, UUID id);

    /** Of a locked one, and tells the streams. */
    Uni<Void> saveReadAt(SqlConnection transaction, Recipient recipient, Notification read);

    /** How many this one and those before it were unread; empty when it is not there. */
    Uni<OptionalInt> readUpTo(Recipient recipient, UUID id, Instant at);
}
