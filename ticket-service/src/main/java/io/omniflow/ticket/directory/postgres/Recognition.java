package io.omniflow.ticket.directory.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.directory.Contact;
import io.omniflow.ticket.directory.ContactDetails;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the contact behind a message, one statement when it is known with all it tells. Otherwise it is looked for again
 * behind locks on the email and the phone number, so that two messages of one unknown person make one contact.
 */
final class Recognition {
    private static final String FIND = "select " + ContactRows.COLUMNS + " from ("
            + "select 1 as rank, c.* from contact c where c.workspace_id = $1 and c.id = $2"
            + " union all select 2, c.* from contact c where c.workspace_id = $1 and c.email_key = $3"
            + " union all select 3, c.* from (select * from contact p where p.workspace_id = $1 and p.phone_key = $4"
            + " order by p.created_at, p.id limit 1) c"
            + ") found order by rank limit 1";

    /** What another change has filled in meanwhile stays; an email that another contact has is left out. */
    private static final String FILL = """
            update contact c set name = coalesce(name, $3), name_key = coalesce(name_key, $4),
              email = case when free then coalesce(email, $5) else email end,
              email_key = case when free then coalesce(email_key, $6) else email_key end,
              phone = coalesce(phone, $7), phone_key = case when phone is null then $8 else phone_key end,
              version = version + 1
            from (select not exists (select from contact o where o.workspace_id = $1 and o.email_key = $6) as free) f
            where c.workspace_id = $1 and c.id = $2 and c.erased_at is null
              and ((name is null and $3::text is not null) or (phone is null and $7::text is not null)
                or (free and email is null and $5::text is not null))
            """;

    Uni<UUID> of(SqlConnection transaction, WorkspaceId workspace, @Nullable UUID id, ContactDetails details) {
        return find(transaction, workspace, id, details).flatMap(known -> {
            if (known.isPresent() && !lacks(known.get(), details)) {
                return Uni.createFrom().item(known.get().id());
            }
            return claim(transaction, workspace, details)
                    .chain(() -> find(transaction, workspace, id, details))
                    .flatMap(found -> found.isPresent()
                            ? fill(transaction, workspace, found.get(), details)
                            : make(transaction, workspace, id, details));
        });
    }

    private static boolean lacks(Contact contact, ContactDetails details) {
        return contact.erasedAt() == null
                && ((contact.name() == null && details.name() != null)
                        || (contact.email() == null && details.email() != null)
                        || (contact.phone() == null && details.phone() != null));
    }

    private static Uni<Optional<Contact>> find(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID id, ContactDetails details) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        workspace.value(), id, Keys.optionalText(details.email()), Keys.phone(details.phone())))
                .map(rows -> PostgresContacts.contacts(rows).stream().findFirst());
    }

    private static Uni<Void> claim(SqlConnection transaction, WorkspaceId workspace, ContactDetails details) {
        Uni<Void> claimed = details.email() == null
                ? Uni.createFrom().voidItem()
                : PostgresContacts.claim(transaction, workspace, "email", Keys.text(details.email()));
        @Nullable String phone = Keys.phone(details.phone());
        return phone == null
                ? claimed
                : claimed.chain(() -> PostgresContacts.claim(transaction, workspace, "phone", phone));
    }

    private static Uni<UUID> fill(
            SqlConnection transaction, WorkspaceId workspace, Contact contact, ContactDetails details) {
        if (!lacks(contact, details)) {
            return Uni.createFrom().item(contact.id());
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(workspace.value());
        values.add(contact.id());
        values.add(details.name());
        values.add(Keys.optionalText(details.name()));
        values.add(details.email());
        values.add(Keys.optionalText(details.email()));
        values.add(details.phone());
        values.add(Keys.phone(details.phone()));
        return transaction.preparedQuery(FILL).execute(Tuple.from(values)).replaceWith(contact.id());
    }

    /** An id that somebody else has given a contact meanwhile is that contact's. */
    private static Uni<UUID> make(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID id, ContactDetails details) {
        Contact contact = new Contact(
                id == null ? Ids.next() : id,
                details.name(),
                details.email(),
                details.phone(),
                null,
                Map.of(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                1);
        return PostgresContacts.insert(transaction, workspace, contact).replaceWith(contact.id());
    }
}
