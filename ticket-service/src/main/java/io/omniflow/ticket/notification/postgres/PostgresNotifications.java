package io.omniflow.ticket.notification.postgres;

import io.omniflow.ticket.notification.Notification;
import io.omniflow.ticket.notification.Notifications;
import io.omniflow.ticket.notification.Recipient;
import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresNotifications implements Notifications {
    /** Behind every id that is made here. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String COLUMNS =
            "n.id, n.kind, n.ticket_id, n.ticket_number, n.ticket_title, n.at, n.actor, n.data, n.read_at, n.version";
    private static final String SELECT =
            "select " + COLUMNS + " from notification n where n.workspace_id = $1 and n.agent_id = $2";
    private static final String FIND = SELECT + " and n.id = $3";
    private static final String AMONG = SELECT + " and n.id = any($3::uuid[])";
    private static final String LOCK = FIND + " for update";
    /** One row at least: the count. */
    private static final String PART =
            "select u.unread, " + COLUMNS + " from (select count(*) as unread from (select 1 from"
                    + " notification c where c.workspace_id = $1 and c.agent_id = $2 and c.read_at is null limit $5) counted) u"
                    + " left join lateral (select * from notification m where m.workspace_id = $1 and m.agent_id = $2"
                    + " and m.id < $3%s order by m.id desc limit $4) n on true order by n.id desc";

    private static final String UNREAD = " and m.read_at is null";
    private static final String OF_KIND = " and m.kind = $6";
    private static final String SAVE_READ_AT = """
            with saved as (
              update notification set read_at = $4, version = $5 where workspace_id = $1 and agent_id = $2 and id = $3)
            insert into notification_change (workspace_id, agent_id, notification_id, what) values ($1, $2, $3, 'read')
            """;
    private static final String READ_UP_TO = """
            with known as (select 1 from notification where workspace_id = $1 and agent_id = $2 and id = $3),
            read as (
              update notification set read_at = $4, version = version + 1
              where workspace_id = $1 and agent_id = $2 and id <= $3 and read_at is null and exists (select 1 from known)
              returning 1),
            told as (
              insert into notification_change (workspace_id, agent_id, notification_id, what)
              select $1, $2, $3, 'read_up_to' where exists (select 1 from read))
            select exists (select 1 from known) as known, (select count(*) from read) as read
            """;

    private final Pool pool;

    PostgresNotifications(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Part> of(Recipient recipient, Filter filter, @Nullable UUID behind, int limit, int mostCounted) {
        Tuple values = key(recipient)
                .addUUID(behind == null ? LAST : behind)
                .addInteger(limit)
                .addInteger(mostCounted + 1);
        @Nullable Kind kind = filter.kind();
        String narrowed = filter.shown() == Shown.UNREAD ? UNREAD : "";
        if (kind != null) {
            narrowed += OF_KIND;
            values.addString(kind.name().toLowerCase(Locale.ROOT));
        }
        return pool.preparedQuery(PART.formatted(narrowed)).execute(values).map(PostgresNotifications::part);
    }

    @Override
    public Uni<Optional<Notification>> find(Recipient recipient, UUID id) {
        return pool.preparedQuery(FIND).execute(key(recipient).addUUID(id)).map(rows -> notifications(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<List<Notification>> among(Recipient recipient, Collection<UUID> ids) {
        return pool.preparedQuery(AMONG)
                .execute(key(recipient).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(PostgresNotifications::notifications);
    }

    @Override
    public Uni<Optional<Notification>> lock(SqlConnection transaction, Recipient recipient, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(key(recipient).addUUID(id))
                .map(rows -> notifications(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> saveReadAt(SqlConnection transaction, Recipient recipient, Notification read) {
        return transaction
                .preparedQuery(SAVE_READ_AT)
                .execute(key(recipient)
                        .addUUID(read.id())
                        .addValue(time(read.readAt()))
                        .addLong(read.version()))
                .replaceWithVoid();
    }

    @Override
    public Uni<OptionalInt> readUpTo(Recipient recipient, UUID id, Instant at) {
        return pool.preparedQuery(READ_UP_TO)
                .execute(key(recipient).addUUID(id).addValue(time(at)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return row.getBoolean("known")
                            ? OptionalInt.of(Math.toIntExact(row.getLong("read")))
                            : OptionalInt.empty();
                });
    }

    private static Tuple key(Recipient recipient) {
        return Tuple.tuple().addUUID(recipient.workspace().value()).addUUID(recipient.agent());
    }

    private static Part part(RowSet<Row> rows) {
        List<Notification> items = new ArrayList<>();
        long unread = 0;
        for (Row row : rows) {
            unread = row.getLong("unread");
            if (row.getUUID("id") != null) {
                items.add(notification(row));
            }
        }
        return new Part(items, unread);
    }

    private static List<Notification> notifications(RowSet<Row> rows) {
        List<Notification> notifications = new ArrayList<>(rows.size());
        rows.forEach(row -> notifications.add(notification(row)));
        return notifications;
    }

    private static Notification notification(Row row) {
        @Nullable OffsetDateTime readAt = row.getOffsetDateTime("read_at");
        return new Notification(
                row.getUUID("id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getUUID("ticket_id"),
                row.getLong("ticket_number"),
                row.getString("ticket_title"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getJsonObject("data").getMap(),
                readAt == null ? null : readAt.toInstant(),
                row.getLong("version"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
