package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.time.Ids;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Entries;
import io.omniflow.merge.audit.Sequencer;
import io.omniflow.merge.audit.domain.ChainCheck;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Head;
import io.omniflow.merge.audit.domain.Redaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Moves the oldest entries of a workspace into an archive, once the whole day they were appended on is over for as long as the
 * workspace keeps its log. They leave the log in the transaction that adds the archive, after it was read back and proved. A
 * chain that does not hold stays where it is.
 */
@ApplicationScoped
public class ArchiveOldDays {
    private static final Logger LOG = Logger.getLogger(ArchiveOldDays.class);

    private final Retentions retentions;
    private final Archives archives;
    private final ArchiveKeys keys;
    private final ArchiveProof proof;
    private final ArchiveSettings settings;
    private final Entries entries;
    private final AcceptedFacts accepted;
    private final Transactions transactions;
    private final Sequencer sequencer;
    private final Clock clock;

    ArchiveOldDays(
            Retentions retentions,
            Archives archives,
            ArchiveKeys keys,
            ArchiveProof proof,
            ArchiveSettings settings,
            Entries entries,
            AcceptedFacts accepted,
            Transactions transactions,
            Sequencer sequencer,
            Clock clock) {
        this.retentions = retentions;
        this.archives = archives;
        this.keys = keys;
        this.proof = proof;
        this.settings = settings;
        this.entries = entries;
        this.accepted = accepted;
        this.transactions = transactions;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /** @return how many entries left the log; 0 when there is nothing more to archive */
    public Uni<Long> next(WorkspaceId workspace) {
        return retentions.of(workspace).chain(retention -> {
            Integer days = retention.keepDays();
            if (days == null || keys.signing().isEmpty()) {
                return Uni.createFrom().item(0L);
            }
            Instant before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                    .minusDays(days)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            return archives.latest(workspace)
                    .map(latest -> latest.map(one -> new Head(one.lastSequence(), one.lastHash()))
                            .orElse(Head.NONE))
                    .chain(after -> archives.due(workspace, after, before, settings.entries())
                            .chain(last -> last <= after.sequence()
                                    ? Uni.createFrom().item(0L)
                                    : archive(workspace, after, last)));
        });
    }

    private Uni<Long> archive(WorkspaceId workspace, Head after, long last) {
        return entries.between(workspace, after.sequence(), last, settings.entries())
                .chain(chunk -> {
                    ChainCheck check = ChainCheck.after(after);
                    for (Entries.Proven proven : chunk) {
                        check = check.next(proven.entry(), proven.checkpointed(), proven.redaction());
                    }
                    if (check.flaw() != null || chunk.isEmpty()) {
                        LOG.errorf("The audit log of %s is not archived: %s", workspace, check.flaw());
                        return Uni.createFrom().item(0L);
                    }
                    return move(workspace, after, chunk);
                });
    }

    private Uni<Long> move(WorkspaceId workspace, Head after, List<Entries.Proven> chunk) {
        List<Entry> oldest = chunk.stream().map(Entries.Proven::entry).toList();
        byte[] content = ArchiveFile.of(oldest);
        Archive archive = signed(workspace, after, oldest.getLast(), content);
        return transactions
                .write(transaction -> archives.lock(transaction, workspace)
                        .chain(() -> archives.add(transaction, archive, content))
                        .chain(() -> readBack(transaction, archive, redactions(chunk)))
                        .chain(() -> archives.drop(transaction, archive, ArchiveProof.payloads(oldest)))
                        .call(() -> accepted.add(transaction, List.of(fact(archive)))))
                .invoke(() -> sequencer.wake(Set.of(workspace)));
    }

    private Uni<Void> readBack(SqlConnection transaction, Archive archive, Map<Long, Redaction> redactions) {
        return archives.content(transaction, archive.workspace(), archive.id())
                .invoke(kept -> {
                    if (kept.isEmpty() || !proof.holds(archive, kept.get(), redactions)) {
                        throw new IllegalStateException(
                                "archive " + archive.id() + " cannot be proved; the log stays as it is");
                    }
                })
                .replaceWithVoid();
    }

    private static Map<Long, Redaction> redactions(List<Entries.Proven> chunk) {
        Map<Long, Redaction> redactions = new HashMap<>();
        for (Entries.Proven proven : chunk) {
            Optional.ofNullable(proven.redaction()).ifPresent(one -> redactions.put(one.sequence(), one));
        }
        return redactions;
    }

    private Archive signed(WorkspaceId workspace, Head after, Entry last, byte[] content) {
        Archive unsigned = new Archive(
                workspace,
                Ids.next(),
                after.sequence() + 1,
                last.sequence(),
                after.hash(),
                last.hash(),
                ArchiveFile.hashOf(content),
                keys.signing().orElseThrow(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "",
                content.length);
        return unsigned.with(keys.sign(unsigned.signedText()));
    }

    /** What the log says of itself: these entries are elsewhere now. */
    private static Fact fact(Archive archive) {
        Hash manifest = ArchiveFile.hashOf(archive.signedText());
        return new Fact(
                archive.workspace(),
                Ids.next(),
                null,
                "entries_archived",
                "system:merge-service",
                archive.createdAt(),
                Redaction.SERVICE,
                null,
                archive.id().toString(),
                "{\"after\":null,\"before\":null,\"details\":{\"archiveId\":\"" + archive.id() + "\",\"firstSequence\":"
                        + archive.firstSequence() + ",\"lastHash\":\""
                        + archive.lastHash().hex()
                        + "\",\"lastSequence\":" + archive.lastSequence() + ",\"manifestHash\":\"" + manifest.hex()
                        + "\"},\"origin\":{\"backfill\":false,\"causationId\":null,\"changeId\":null,\"sequence\":null,"
                        + "\"sourceAddress\":null}}");
    }
}
