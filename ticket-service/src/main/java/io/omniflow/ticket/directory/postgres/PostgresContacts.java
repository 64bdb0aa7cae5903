package io.omniflow.ticket.directory.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Contact;
import io.omniflow.ticket.directory.ContactDetails;
import io.omniflow.ticket.directory.Contacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever gives a contact an email holds a lock on the email first: so another contact that has it is seen, and no unique
 * key is violated, which would end the transaction of whoever recognises a sender.
 */
@ApplicationScoped
class PostgresContacts implements Contacts {
    private static final String SELECT = "select " + ContactRows.COLUMNS + " from contact where workspace_id = $1";
    private static final String FIND = SELECT + " and id = $2";
    private static final String LOCK = FIND + " for update";
    private static final String WITH_EMAIL = "select id from contact where workspace_id = $1 and email_key = $2";
    private static final String ALL = SELECT + " and id > $2 order by id limit $3";
    private static final String STARTING = SELECT + """
             and id > $2 and ((name_key >= $4 and name_key < $5) or (email_key >= $4 and email_key < $5)
               or (phone_key >= $6 and phone_key < $7))
            order by id limit $3
            """;

    /** Nothing is inserted where the id or the email is taken. */
    private static final String ADD = "insert into contact (" + ContactRows.COLUMNS
            + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing";

    private static final String SAVE = """
            update contact set name = $3, name_key = $4, email = $5, email_key = $6, phone = $7, phone_key = $8,
              external_id = $9, attributes = $10, version = $11, created_at = $12, erased_at = $13
            where workspace_id = $1 and id = $2
              and not exists (select from contact o where o.workspace_id = $1 and o.email_key = $6 and o.id <> $2)
            """;

    private static final String CLAIM = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private final Pool pool;
    private final Recognition recognition;

    PostgresContacts(Pool pool) {
        this.pool = pool;
        this.recognition = new Recognition();
    }

    @Override
    public Uni<UUID> recognise(SqlConnection tx, WorkspaceId ws, @Nullable UUID id, ContactDetails details) {
        return recognition.of(tx, ws, id, details);
    }

    @Override
    public Uni<Optional<Contact>> find(WorkspaceId workspace, UUID id) {
        return one(pool, FIND, workspace, id);
    }

    @Override
    public Uni<List<Contact>> starting(
            WorkspaceId workspace, @Nullable String prefix, @Nullable UUID behind, int limit) {
        UUID from = behind == null ? Keys.FIRST : behind;
        if (prefix == null || prefix.isBlank()) {
            return pool.preparedQuery(ALL)
                    .execute(Tuple.of(workspace.value(), from, limit))
                    .map(PostgresContacts::contacts);
        }
        String text = Keys.text(prefix);
        @Nullable String phone = text.chars().anyMatch(Character::isLetter) ? null : Keys.phone(text);
        Tuple parameters = Tuple.of(workspace.value(), from, limit)
                .addString(text)
                .addString(Keys.endOf(text))
                .addValue(phone)
                .addValue(phone == null ? null : Keys.endOf(phone));
        return pool.preparedQuery(STARTING).execute(parameters).map(PostgresContacts::contacts);
    }

    @Override
    public Uni<Void> claim(SqlConnection transaction, WorkspaceId workspace, String email) {
        return claim(transaction, workspace, "email", Keys.text(email));
    }

    static Uni<Void> claim(SqlConnection transaction, WorkspaceId workspace, String kind, String key) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(workspace.value() + " contact " + kind + " " + key))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Contact>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        return one(transaction, LOCK, workspace, id);
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Contact contact) {
        return insert(transaction, workspace, contact)
                .flatMap(inserted ->
                        inserted ? Uni.createFrom().voidItem() : refuse(transaction, workspace, contact.email()));
    }

    /** Whether it was: not when the id or the email is taken. */
    static Uni<Boolean> insert(SqlConnection transaction, WorkspaceId workspace, Contact contact) {
        return transaction
                .preparedQuery(ADD)
                .execute(ContactRows.row(workspace, contact))
                .map(added -> added.rowCount() == 1);
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Contact contact) {
        return transaction
                .preparedQuery(SAVE)
                .execute(ContactRows.row(workspace, contact))
                .flatMap(saved -> saved.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : refuse(transaction, workspace, contact.email()));
    }

    private static Uni<Void> refuse(SqlConnection transaction, WorkspaceId workspace, @Nullable String email) {
        return transaction
                .preparedQuery(WITH_EMAIL)
                .execute(Tuple.of(workspace.value(), Keys.optionalText(email)))
                .map(rows -> {
                    for (Row row : rows) {
                        throw Problems.conflict(
                                "email-taken", "The contact " + row.getUUID("id") + " has this email already");
                    }
                    throw Violations.idTaken();
                });
    }

    private static Uni<Optional<Contact>> one(SqlClient client, String statement, WorkspaceId workspace, UUID id) {
        return client.preparedQuery(statement)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> contacts(rows).stream().findFirst());
    }

    static List<Contact> contacts(RowSet<Row> rows) {
        List<Contact> contacts = new ArrayList<>(rows.size());
        rows.forEach(row -> contacts.add(ContactRows.contact(row)));
        return contacts;
    }
}
