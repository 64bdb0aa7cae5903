package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Redaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Payloads that the database's one function empties, and the facts that list them. */
@ApplicationScoped
class PostgresRedactions {
    /** As many as fit well into one payload. */
    private static final int AT_ONCE = 1000;

    private static final String REDACT =
            "select sequence, erased_by, told_in, encode(redacted_hash, 'hex') as redacted_hash, actor, correlation_id"
                    + " from redact_erased($1, $2, $3) order by sequence";

    private final AcceptedFacts accepted;

    PostgresRedactions(AcceptedFacts accepted) {
        this.accepted = accepted;
    }

    /**
     * Empties what names an erased contact: where the erasure is told from {@code first} on, in the whole log; where it was
     * told before, in what arrived late. Holds the chain's lock.
     *
     * @return how many facts were accepted that list it
     */
    Uni<Integer> settle(SqlConnection transaction, WorkspaceId workspace, long first, Instant now) {
        return Multi.createBy()
                .repeating()
                .uni(() -> redact(transaction, workspace, first, now))
                .whilst(emptied -> emptied > 0)
                .filter(emptied -> emptied > 0)
                .collect()
                .asList()
                .map(List::size);
    }

    /** One erasure at a time, in one entry. */
    private Uni<Integer> redact(SqlConnection transaction, WorkspaceId workspace, long first, Instant now) {
        return transaction
                .preparedQuery(REDACT)
                .execute(Tuple.of(workspace.value(), first, AT_ONCE))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(0);
                    }
                    Row any = rows.iterator().next();
                    List<Redaction> redactions =
                            Rows.of(rows).map(PostgresRedactions::redaction).toList();
                    return accepted.add(
                                    transaction,
                                    List.of(Redaction.fact(
                                            workspace,
                                            redactions,
                                            any.getString("actor"),
                                            any.getString("correlation_id"),
                                            now)))
                            .replaceWith(rows.size());
                });
    }

    private static Redaction redaction(Row row) {
        return new Redaction(
                row.getLong("sequence"),
                row.getUUID("erased_by"),
                new Hash(row.getString("redacted_hash")),
                row.getUUID("told_in"));
    }
}
