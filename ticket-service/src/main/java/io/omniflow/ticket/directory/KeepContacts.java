package io.omniflow.ticket.directory;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds, changes and erases contacts. An email belongs to one contact of a workspace. */
@ApplicationScoped
public class KeepContacts {
    private final Transactions transactions;
    private final Contacts contacts;
    private final Instance<ContactTraces> traces;
    private final SettingEvents events;
    private final Outbox outbox;
    private final Clock clock;

    KeepContacts(
            Transactions transactions,
            Contacts contacts,
            @Any Instance<ContactTraces> traces,
            SettingEvents events,
            Outbox outbox,
            Clock clock) {
        this.traces = traces;
        this.transactions = transactions;
        this.contacts = contacts;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param wanted its times and its version are set here */
    public Uni<Contact> add(SqlConnection transaction, WorkspaceId workspace, Contact wanted) {
        Contact contact = new Contact(
                wanted.id(),
                wanted.name(),
                wanted.email(),
                wanted.phone(),
                wanted.externalId(),
                wanted.attributes(),
                now(),
                null,
                1);
        return claim(transaction, workspace, contact.email())
                .chain(() -> contacts.add(transaction, workspace, contact))
                .replaceWith(contact);
    }

    /**
     * Fails with 404, 409 (erased, or the email is another's) or 412.
     *
     * @param email the email the change gives, null when it gives none
     */
    public Uni<Contact> change(
            WorkspaceId workspace,
            UUID id,
            Optional<Long> version,
            @Nullable String email,
            UnaryOperator<Contact> change) {
        return transactions.write(transaction -> claim(transaction, workspace, email)
                .chain(() -> locked(transaction, workspace, id, version))
                .flatMap(before -> {
                    if (before.erasedAt() != null) {
                        throw Problems.conflict("contact-erased", "The contact was erased");
                    }
                    Contact after = change.apply(before);
                    if (after.equals(before)) {
                        return Uni.createFrom().item(before);
                    }
                    Contact next = after.inVersion(before.version() + 1);
                    return contacts.save(transaction, workspace, next).replaceWith(next);
                }));
    }

    /** Empties what tells of the person; erasing again changes nothing. */
    public Uni<Void> erase(WorkspaceId workspace, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(
                transaction -> locked(transaction, workspace, id, version).flatMap(before -> {
                    if (before.erasedAt() != null) {
                        return Uni.createFrom().voidItem();
                    }
                    Instant at = now();
                    return contacts.save(transaction, workspace, before.erased(at))
                            .chain(() -> eraseTraces(transaction, workspace, id))
                            .chain(conversations -> outbox.append(
                                    transaction, events.contactErased(workspace, id, conversations, at, origin)));
                }));
    }

    private Uni<List<UUID>> eraseTraces(SqlConnection transaction, WorkspaceId workspace, UUID id) {
        Uni<List<UUID>> conversations = Uni.createFrom().item(List.of());
        for (ContactTraces kept : traces) {
            conversations = conversations.chain(before -> kept.erase(transaction, workspace, id)
                    .map(more -> Stream.concat(before.stream(), more.stream()).toList()));
        }
        return conversations;
    }

    private Uni<Contact> locked(SqlConnection transaction, WorkspaceId workspace, UUID id, Optional<Long> version) {
        return contacts.lock(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("contact")))
                .invoke(contact -> ETags.check(version, contact.version()));
    }

    private Uni<Void> claim(SqlConnection transaction, WorkspaceId workspace, @Nullable String email) {
        return email == null ? Uni.createFrom().voidItem() : contacts.claim(transaction, workspace, email);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
