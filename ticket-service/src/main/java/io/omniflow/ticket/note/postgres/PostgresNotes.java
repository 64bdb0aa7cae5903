package io.omniflow.ticket.note.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Audience;
import io.omniflow.ticket.note.Note;
import io.omniflow.ticket.note.Notes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresNotes implements Notes {
    private static final String COLUMNS =
            "id, ticket_id, body, author, version, created_at, edited_at, author_name, audience";
    /** The words of a ticket are those of its texts at any time: each statement keeps them, too. */
    private static final String ADD = """
            with added as materialized (
              select * from jsonb_to_recordset($2::jsonb) as r(ticket_id uuid, id uuid, body text, author text,
                version bigint, created_at timestamptz, author_name text, audience text)),
            stored as (
              insert into note (workspace_id, ticket_id, id, body, author, version, created_at, author_name, audience)
              select $1, ticket_id, id, body, author, version, created_at, author_name, audience from added)
            update ticket_text x set words = ticket_words(x.workspace_id, concat_ws(' ', x.title, t.description, (
              select string_agg(n.body, ' ' order by n.id) from note n where n.workspace_id = $1 and n.ticket_id = x.ticket_id), news.body))
            from (select ticket_id, string_agg(body, ' ') as body from added group by ticket_id) news, ticket t
            where x.workspace_id = $1 and x.ticket_id = news.ticket_id
              and t.workspace_id = $1 and t.id = news.ticket_id
            """;

    private static final String REPLACE = "with changed as (update note set body = $4, version = $5, edited_at = $6"
            + " where workspace_id = $1 and ticket_id = $2 and id = $3) " + wordsBeside("$4::text");
    private static final String REMOVE =
            "with removed as (delete from note where workspace_id = $1 and ticket_id = $2 and id = $3) "
                    + wordsBeside("null::text");
    private static final String FIND =
            "select " + COLUMNS + " from note where workspace_id = $1 and ticket_id = $2 and id = $3";
    /** Ids are UUIDv7, so their order is the order of writing. */
    private static final String OF = "select " + COLUMNS + " from note where workspace_id = $1 and ticket_id = $2"
            + " and ($3::uuid is null or id < $3) order by id desc limit $4";

    /** The words of ticket $2 with another text, or none, in place of note $3. */
    private static String wordsBeside(String text) {
        return "update ticket_text x set words = ticket_words(x.workspace_id, concat_ws(' ', x.title, t.description, (select string_agg("
                + "n.body, ' ' order by n.id) from note n where n.workspace_id = $1 and n.ticket_id = $2 and n.id <> $3), "
                + text
                + ")) from ticket t where x.workspace_id = $1 and x.ticket_id = $2"
                + " and t.workspace_id = $1 and t.id = $2";
    }

    private final Pool pool;

    PostgresNotes(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, List<Note> notes) {
        JsonArray rows = new JsonArray();
        notes.forEach(note -> rows.add(new JsonObject()
                .put("ticket_id", note.ticketId().toString())
                .put("id", note.id().toString())
                .put("body", note.body())
                .put("author", note.author())
                .put("version", note.version())
                .put("created_at", note.createdAt().toString())
                .put("author_name", note.authorName())
                .put("audience", word(note.audience()))));
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(workspace.value(), rows))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, Note note) {
        @Nullable OffsetDateTime edited = note.editedAt() == null ? null : note.editedAt().atOffset(ZoneOffset.UTC);
        return transaction
                .preparedQuery(REPLACE)
                .execute(key(workspace, note)
                        .addString(note.body())
                        .addLong(note.version())
                        .addValue(edited))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, Note note) {
        return transaction.preparedQuery(REMOVE).execute(key(workspace, note)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Note>> find(SqlConnection transaction, WorkspaceId workspace, UUID ticketId, UUID noteId) {
        return one(transaction, workspace, ticketId, noteId);
    }

    @Override
    public Uni<Optional<Note>> read(WorkspaceId workspace, UUID ticketId, UUID noteId) {
        return one(pool, workspace, ticketId, noteId);
    }

    private static Uni<Optional<Note>> one(SqlClient client, WorkspaceId workspace, UUID ticketId, UUID noteId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), ticketId, noteId))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(note(row));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<List<Note>> of(WorkspaceId workspace, UUID ticketId, @Nullable UUID before, int limit) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(workspace.value(), ticketId, before, limit))
                .map(rows -> {
                    List<Note> notes = new ArrayList<>(rows.size());
                    rows.forEach(row -> notes.add(note(row)));
                    return notes;
                });
    }

    private static Tuple key(WorkspaceId workspace, Note note) {
        return Tuple.of(workspace.value(), note.ticketId(), note.id());
    }

    private static Note note(Row row) {
        @Nullable OffsetDateTime edited = row.getOffsetDateTime("edited_at");
        return new Note(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("body"),
                row.getString("author"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                edited == null ? null : edited.toInstant(),
                row.getString("author_name"),
                audience(row.getString("audience")));
    }

    private static @Nullable String word(@Nullable Audience audience) {
        return audience == null ? null : audience.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Audience audience(@Nullable String word) {
        return word == null ? null : Audience.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
