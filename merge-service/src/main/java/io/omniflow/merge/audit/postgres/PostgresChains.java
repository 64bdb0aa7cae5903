package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.merge.audit.Chains;
import io.omniflow.merge.audit.domain.Chain;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

@ApplicationScoped
class PostgresChains implements Chains {
    /** Creates the row or locks it, and reads it as the holder of the lock before left it: one round trip. */
    private static final String LOCK = """
            insert into audit_chain as c (workspace_id, sequence, hash, unproven, proven_on)
            values ($1, $2, decode($3, 'hex'), $4, $5)
            on conflict (workspace_id) do update set workspace_id = c.workspace_id
            returning sequence, encode(hash, 'hex') as hash, unproven, proven_on
            """;

    /** An event that comes again after the inbox forgot it is known by its id. */
    private static final String TAKE = """
            with waiting as materialized (
                select position, sum(octet_length(payload)) over (order by position) - octet_length(payload) as before
                from (select position, payload from accepted where workspace_id = $1 order by position limit $2) oldest),
            taken as (
                delete from accepted
                where workspace_id = $1 and position = any (array(select position from waiting where before < $3))
                returning *)
            select taken.*, (select count(*) from waiting) as found, exists (
                select 1 from audit_entry e where e.workspace_id = $1 and e.id = taken.id) as known,
                extract(epoch from clock_timestamp() - accepted_at)::double precision as waited
            from taken order by position
            """;

    private static final String APPEND = """
            insert into audit_entry (workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload,
                sequence, recorded_at, salt, payload_hash, previous_hash, hash)
            select workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload,
                sequence, recorded_at, decode(salt, 'hex'), decode(payload_hash, 'hex'), decode(previous_hash, 'hex'),
                decode(hash, 'hex')
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                $8::uuid[], $9::text[], $10::text[], $11::bigint[], $12::timestamptz[], $13::text[], $14::text[],
                $15::text[], $16::text[])
                as e (workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload,
                    sequence, recorded_at, salt, payload_hash, previous_hash, hash)
            """;

    private static final String MOVE = """
            update audit_chain set sequence = $2, hash = decode($3, 'hex'), unproven = $4, proven_on = $5
            where workspace_id = $1
            """;

    private static final String PROVE = """
            insert into audit_checkpoint (workspace_id, sequence, hash, taken_at)
            values ($1, $2, decode($3, 'hex'), $4)
            """;

    private static final String CHECKPOINT_BEFORE = """
            select sequence, encode(hash, 'hex') as hash from audit_checkpoint
            where workspace_id = $1 and taken_at <= $2 order by taken_at desc, sequence desc limit 1
            """;

    private static final String END = """
            select coalesce(c.sequence, 0) as sequence, coalesce(encode(c.hash, 'hex'), $2) as hash,
                (select coalesce(max(e.sequence), 0) from audit_entry e where e.workspace_id = $1) as last_entry,
                (select coalesce(max(p.sequence), 0) from audit_checkpoint p where p.workspace_id = $1) as last_checkpoint
            from (values (1)) as one left join audit_chain c on c.workspace_id = $1
            """;

    private final Pool pool;
    private final Transactions transactions;
    private final Outbox outbox;
    private final PostgresRedactions redactions;

    PostgresChains(Pool pool, Transactions transactions, Outbox outbox, PostgresRedactions redactions) {
        this.redactions = redactions;
        this.pool = pool;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Uni<Batch> extend(
            WorkspaceId workspace, Most most, Instant now, BiFunction<Chain, List<Fact>, Growth> work) {
        return transactions.write(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(chainTuple(workspace, Chain.startedOn(now)))
                .map(rows -> chain(rows.iterator().next()))
                .chain(chain -> transaction
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(workspace.value(), most.facts(), most.bytes()))
                        .map(rows -> batch(rows, most, work.apply(chain, unknown(rows)))))
                .chain(batch -> save(transaction, workspace, batch.growth(), now)
                        .map(told ->
                                new Batch(batch.taken(), batch.left() + told, batch.longestWait(), batch.growth()))));
    }

    @Override
    public Uni<End> end(WorkspaceId workspace) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(workspace.value(), Head.NONE.hash().hex()))
                .map(rows -> end(rows.iterator().next()));
    }

    @Override
    public Uni<Optional<Checkpoint>> checkpointBefore(WorkspaceId workspace, Instant time) {
        return pool.preparedQuery(CHECKPOINT_BEFORE)
                .execute(Tuple.of(workspace.value(), Columns.utc(time)))
                .map(rows -> Rows.of(rows)
                        .findFirst()
                        .map(row -> new Checkpoint(row.getLong("sequence"), new Hash(row.getString("hash")))));
    }

    @Override
    public Uni<List<WorkspaceId>> unprovenBefore(LocalDate today) {
        return pool.preparedQuery("select workspace_id from audit_chain where unproven > 0 and proven_on < $1")
                .execute(Tuple.of(today))
                .map(PostgresAcceptedFacts::workspaceIds);
    }

    /** @return how many facts were accepted meanwhile */
    private Uni<Integer> save(SqlConnection transaction, WorkspaceId workspace, Growth growth, Instant now) {
        Chain.Extension extension = growth.extension();
        return append(transaction, extension.entries())
                .chain(() -> transaction.preparedQuery(MOVE).execute(chainTuple(workspace, extension.chain())))
                .chain(() -> {
                    Checkpoint checkpoint = extension.checkpoint();
                    return checkpoint == null
                            ? Uni.createFrom().voidItem()
                            : prove(transaction, workspace, checkpoint, now);
                })
                .chain(() -> outbox.append(transaction, growth.events()))
                .chain(() -> extension.entries().isEmpty()
                        ? Uni.createFrom().item(0)
                        : redactions.settle(
                                transaction,
                                workspace,
                                extension.entries().getFirst().sequence(),
                                now));
    }

    private static Uni<Void> append(SqlConnection transaction, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(APPEND)
                .execute(EntryColumns.of(entries))
                .replaceWithVoid();
    }

    private static Uni<Void> prove(
            SqlConnection transaction, WorkspaceId workspace, Checkpoint checkpoint, Instant now) {
        return transaction
                .preparedQuery(PROVE)
                .execute(Tuple.of(
                        workspace.value(),
                        checkpoint.sequence(),
                        checkpoint.hash().hex(),
                        Columns.utc(now)))
                .replaceWithVoid();
    }

    private static Batch batch(RowSet<Row> rows, Most most, Growth growth) {
        int found = Rows.of(rows)
                .findFirst()
                .map(row -> row.getLong("found").intValue())
                .orElse(0);
        int beyond = found == most.facts() ? 1 : 0;
        return new Batch(rows.size(), found - rows.size() + beyond, longestWait(rows), growth);
    }

    private static Duration longestWait(RowSet<Row> rows) {
        double seconds =
                Rows.of(rows).mapToDouble(row -> row.getDouble("waited")).max().orElse(0);
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static List<Fact> unknown(RowSet<Row> rows) {
        return Rows.of(rows)
                .filter(row -> !row.getBoolean("known"))
                .map(FactColumns::read)
                .toList();
    }

    private static Tuple chainTuple(WorkspaceId workspace, Chain chain) {
        return Tuple.of(
                workspace.value(),
                chain.head().sequence(),
                chain.head().hash().hex(),
                chain.unproven(),
                chain.provenOn());
    }

    private static Chain chain(Row row) {
        return new Chain(head(row), row.getLong("unproven"), row.getLocalDate("proven_on"));
    }

    private static End end(Row row) {
        return new End(head(row), row.getLong("last_entry"), row.getLong("last_checkpoint"));
    }

    private static Head head(Row row) {
        return new Head(row.getLong("sequence"), new Hash(row.getString("hash")));
    }
}
