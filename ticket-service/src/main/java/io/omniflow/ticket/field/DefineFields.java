package io.omniflow.ticket.field;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.SettingEvents;
import io.omniflow.ticket.field.domain.Complaint;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.field.domain.TextPattern;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Defines, changes and archives custom fields; each change is told. */
@ApplicationScoped
public class DefineFields {
    private final Transactions transactions;
    private final FieldDefinitions definitions;
    private final Fields fields;
    private final Patterns patterns;
    private final SettingEvents events;
    private final Outbox outbox;
    private final Clock clock;

    DefineFields(
            Transactions transactions,
            FieldDefinitions definitions,
            Fields fields,
            Patterns patterns,
            SettingEvents events,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.fields = fields;
        this.patterns = patterns;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * An archived field is defined again by its key, if the type is the same. Fails with 409 for another type or a field that
     * is not archived, and with 422.
     */
    public Uni<FieldDefinition> add(
            SqlConnection transaction, WorkspaceId workspace, FieldDefinition wanted, Origin origin) {
        check(wanted);
        FieldDefinition definition = withTime(wanted);
        return definitions
                .add(transaction, workspace, List.of(definition))
                .flatMap(added -> added.isEmpty()
                        ? revive(transaction, workspace, wanted, origin)
                        : tell(transaction, workspace, null, definition, origin).replaceWith(definition));
    }

    private FieldDefinition withTime(FieldDefinition wanted) {
        return new FieldDefinition(
                wanted.key(),
                wanted.label(),
                wanted.type(),
                wanted.required(),
                wanted.options(),
                wanted.regex(),
                wanted.defaultValue(),
                false,
                1,
                now());
    }

    private Uni<FieldDefinition> revive(
            SqlConnection transaction, WorkspaceId workspace, FieldDefinition wanted, Origin origin) {
        return locked(transaction, workspace, wanted.key()).flatMap(before -> {
            if (!before.archived()) {
                throw Problems.conflict("field-exists", "The workspace has a field with this key");
            }
            if (before.type() != wanted.type()) {
                throw Problems.conflict(
                        "field-type-fixed", "An archived field has this key and another type, which stays readable");
            }
            FieldDefinition after = before.revivedAs(wanted);
            check(after);
            return save(transaction, workspace, before, after, origin);
        });
    }

    /** Fails with 404, 409 (archived), 412 or 422. */
    public Uni<FieldDefinition> change(
            WorkspaceId workspace,
            String key,
            Optional<Long> version,
            UnaryOperator<FieldDefinition> change,
            Origin origin) {
        return transactions
                .write(transaction -> locked(transaction, workspace, key, version)
                        .flatMap(before -> {
                            if (before.archived()) {
                                throw Problems.conflict("field-archived", "The field is archived");
                            }
                            FieldDefinition after = change.apply(before);
                            if (after.equals(before)) {
                                return Uni.createFrom().item(before);
                            }
                            if (!after.options().containsAll(before.options())) {
                                throw Problems.invalid("/options", "must hold those there are; options are only added");
                            }
                            check(after);
                            return save(transaction, workspace, before, after.inVersion(before.version() + 1), origin);
                        }))
                .invoke(() -> fields.forget(workspace));
    }

    /** Archiving again changes nothing. */
    public Uni<Void> archive(WorkspaceId workspace, String key, Optional<Long> version, Origin origin) {
        return transactions
                .write(transaction -> locked(transaction, workspace, key, version)
                        .flatMap(before -> before.archived()
                                ? Uni.createFrom().item(before)
                                : save(transaction, workspace, before, before.inArchive(), origin))
                        .replaceWithVoid())
                .invoke(() -> fields.forget(workspace));
    }

    /** The fields of these keys; those not defined become texts. */
    public Uni<DefinedFields> defined(
            SqlConnection transaction, WorkspaceId workspace, Collection<String> keys, Origin origin) {
        return fields.knowing(transaction, workspace, keys).flatMap(known -> {
            Instant now = now();
            List<FieldDefinition> missing = new TreeSet<>(keys)
                    .stream()
                            .filter(key -> !known.byKey().containsKey(key))
                            .map(key -> FieldDefinition.text(key, now))
                            .toList();
            return missing.isEmpty()
                    ? Uni.createFrom().item(known)
                    : definitions
                            .add(transaction, workspace, missing)
                            .flatMap(added -> outbox.append(transaction, told(workspace, added, origin)))
                            .chain(() -> fields.within(transaction, workspace));
        });
    }

    private List<OutboundEvent> told(WorkspaceId workspace, List<FieldDefinition> added, Origin origin) {
        return added.stream()
                .map(definition -> event(workspace, null, definition, origin))
                .toList();
    }

    private Uni<FieldDefinition> locked(
            SqlConnection transaction, WorkspaceId workspace, String key, Optional<Long> version) {
        return locked(transaction, workspace, key).invoke(before -> ETags.check(version, before.version()));
    }

    private Uni<FieldDefinition> locked(SqlConnection transaction, WorkspaceId workspace, String key) {
        return definitions
                .lock(transaction, workspace, key)
                .map(found -> found.orElseThrow(() -> Problems.notFound("custom field")));
    }

    private Uni<FieldDefinition> save(
            SqlConnection transaction,
            WorkspaceId workspace,
            FieldDefinition before,
            FieldDefinition after,
            Origin origin) {
        return definitions
                .save(transaction, workspace, after)
                .chain(() -> tell(transaction, workspace, before, after, origin))
                .replaceWith(after);
    }

    private Uni<Void> tell(
            SqlConnection transaction,
            WorkspaceId workspace,
            @Nullable FieldDefinition before,
            FieldDefinition after,
            Origin origin) {
        return outbox.append(transaction, List.of(event(workspace, before, after, origin)));
    }

    private OutboundEvent event(
            WorkspaceId workspace, @Nullable FieldDefinition before, FieldDefinition after, Origin origin) {
        SettingEvents.Change change = new SettingEvents.Change(
                SettingEvents.Kind.CUSTOM_FIELD, after.key(), before == null ? null : before.told(), after.told());
        return events.changed(workspace, change, now(), origin);
    }

    /** 422 with a pointer to each part that breaks a rule. */
    private void check(FieldDefinition definition) {
        List<FieldError> errors = new ArrayList<>();
        @Nullable TextPattern pattern = null;
        if (definition.regex() != null) {
            pattern = definition.regex().length() > FieldDefinition.LONGEST_REGEX
                    ? null
                    : patterns.compile(definition.regex()).orElse(null);
            if (pattern == null) {
                errors.add(new FieldError(
                        "/regex",
                        "must be an RE2 pattern of at most " + FieldDefinition.LONGEST_REGEX
                                + " characters without large repetitions"));
            }
        }
        for (Complaint complaint : definition.complaints(pattern)) {
            errors.add(new FieldError("/" + complaint.place(), complaint.reason()));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
