package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored contacts. Emails are compared without regard to case, phone numbers by their digits. */
public interface Contacts {
    /**
     * The contact with this id, else the one with the email, else the oldest one with the phone number, else a new one (with
     * the id, if one is given). Details it lacks are filled in, but not those of an erased contact, and no email that
     * another contact has. Two calls at once for one unknown person make one contact.
     */
    Uni<UUID> recognise(SqlConnection tx, WorkspaceId ws, @Nullable UUID id, ContactDetails details);

    Uni<Optional<Contact>> find(WorkspaceId workspace, UUID id);

    /**
     * In the order of their ids.
     *
     * @param prefix what the name, the email or the phone number starts with; null for all contacts
     * @param behind the id after which the page begins
     */
    Uni<List<Contact>> starting(WorkspaceId workspace, @Nullable String prefix, @Nullable UUID behind, int limit);

    /** Until the end of the transaction nobody else gives a contact this email. To be taken before any row is locked. */
    Uni<Void> claim(SqlConnection transaction, WorkspaceId workspace, String email);

    Uni<Optional<Contact>> lock(SqlConnection transaction, WorkspaceId workspace, UUID id);

    /** Fails with 409 when the id is taken, or the email, which has to be claimed before, by the contact it names. */
    Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Contact contact);

    /** Of a locked row; fails with 409 when another contact has the email, which has to be claimed before. */
    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, Contact contact);
}
