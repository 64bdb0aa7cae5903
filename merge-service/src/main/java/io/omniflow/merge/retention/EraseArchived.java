package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Sequencer;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Redaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Empties in archives what an erasure reaches, one archive and erasure at a time; the archive is signed anew. */
@ApplicationScoped
public class EraseArchived {
    private static final String DUE =
            "select archive_last, sequence, erased_by, erased_at, actor, correlation_id from archived_and_erased($1)";
    private static final String REDACT = "select 1 from redact_archived($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8,"
            + " decode($9, 'hex'), $10, decode($11, 'base64'), $12)";

    private final Archives archives;
    private final ArchiveKeys keys;
    private final AcceptedFacts accepted;
    private final Transactions transactions;
    private final Sequencer sequencer;
    private final Clock clock;

    EraseArchived(
            Archives archives,
            ArchiveKeys keys,
            AcceptedFacts accepted,
            Transactions transactions,
            Sequencer sequencer,
            Clock clock) {
        this.archives = archives;
        this.keys = keys;
        this.accepted = accepted;
        this.transactions = transactions;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /** @return how many entries were looked at; 0 when no erasure reaches into an archive */
    public Uni<Integer> next(WorkspaceId workspace) {
        if (keys.signing().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return transactions
                .write(transaction -> archives.lock(transaction, workspace)
                        .chain(() -> transaction.preparedQuery(DUE).execute(Tuple.of(workspace.value())))
                        .chain(due -> due.size() == 0
                                ? Uni.createFrom().item(0)
                                : erase(transaction, workspace, due).replaceWith(due.size())))
                .invoke(reached -> {
                    if (reached > 0) {
                        sequencer.wake(Set.of(workspace));
                    }
                });
    }

    private Uni<Void> erase(SqlConnection transaction, WorkspaceId workspace, RowSet<Row> due) {
        long last = due.iterator().next().getLong("archive_last");
        return archives.byLast(transaction, workspace, last)
                .map(found -> found.orElseThrow())
                .chain(archive -> archives.content(transaction, workspace, archive.id())
                        .chain(content -> erase(transaction, archive, content.orElseThrow(), due)));
    }

    private Uni<Void> erase(SqlConnection transaction, Archive archive, byte[] content, RowSet<Row> due) {
        Row order = due.iterator().next();
        UUID erasedBy = order.getUUID("erased_by");
        Instant erasedAt = order.getOffsetDateTime("erased_at").toInstant();
        Set<Long> named = StreamSupport.stream(due.spliterator(), false)
                .map(row -> row.getLong("sequence"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Entry> entries = read(archive, content);
        List<Long> emptied = entries.stream()
                .filter(entry ->
                        named.contains(entry.sequence()) && !entry.fact().at().isAfter(erasedAt))
                .map(Entry::sequence)
                .toList();
        UUID listedIn = UUID.randomUUID();
        List<Redaction> redactions = emptied.stream()
                .map(sequence -> Redaction.of(sequence, erasedBy, listedIn))
                .toList();
        byte[] file = ArchiveFile.of(entries.stream()
                .map(entry -> emptied.contains(entry.sequence()) ? Redaction.emptied(entry, erasedBy) : entry)
                .toList());
        Archive unsigned = archive.over(ArchiveFile.hashOf(file), keys.signing().orElseThrow(), file.length);
        Archive after = unsigned.with(keys.sign(unsigned.signedText()));
        named.removeAll(emptied);
        return transaction
                .preparedQuery(REDACT)
                .execute(Tuple.tuple()
                        .addUUID(archive.workspace().value())
                        .addLong(archive.lastSequence())
                        .addArrayOfLong(emptied.toArray(Long[]::new))
                        .addArrayOfLong(named.toArray(Long[]::new))
                        .addUUID(erasedBy)
                        .addUUID(listedIn)
                        .addString(Redaction.of(0, erasedBy, listedIn)
                                .payloadHash()
                                .hex())
                        .addBuffer(Buffer.buffer(file))
                        .addString(after.contentHash().hex())
                        .addString(after.manifest())
                        .addString(after.signature())
                        .addString(after.keyId()))
                .chain(() -> emptied.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : accepted.add(
                                transaction,
                                List.of(Redaction.fact(
                                        archive.workspace(),
                                        redactions,
                                        order.getString("actor"),
                                        order.getString("correlation_id"),
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))));
    }

    private static List<Entry> read(Archive archive, byte[] content) {
        try {
            return ArchiveFile.read(archive.workspace(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
