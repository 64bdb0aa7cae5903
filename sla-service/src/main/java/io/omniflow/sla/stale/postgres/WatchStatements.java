package io.omniflow.sla.stale.postgres;

/** The SQL of {@link PostgresWatches}. */
final class WatchStatements {
    /** In one order, tickets before their watches, as everybody who locks more than one does. */
    static final String LOCK = """
            select s.workspace_id, s.ticket_id, s.since, s.stage, s.command_id, s.grace_from, s.grace_until, s.retry_at,
                s.alerted
            from unnest($1::uuid[], $2::uuid[]) as k(workspace_id, ticket_id)
            join ticket t using (workspace_id, ticket_id)
            join stale_watch s using (workspace_id, ticket_id)
            order by s.workspace_id, s.ticket_id
            for update of t, s
            """;

    static final String KEEP = """
            insert into stale_watch (workspace_id, ticket_id, since, stage, command_id, grace_from, grace_until, retry_at,
                alerted, next_at)
            select * from jsonb_to_recordset($1) as r(workspace_id uuid, ticket_id uuid, since timestamptz, stage text,
                command_id uuid, grace_from timestamptz, grace_until timestamptz, retry_at timestamptz, alerted boolean,
                next_at timestamptz)
            order by workspace_id, ticket_id
            on conflict (workspace_id, ticket_id) do update
            set since = excluded.since, stage = excluded.stage, command_id = excluded.command_id,
                grace_from = excluded.grace_from, grace_until = excluded.grace_until, retry_at = excluded.retry_at,
                alerted = excluded.alerted, next_at = excluded.next_at
            """;

    static final String END = """
            with gone as (
                select s.workspace_id, s.ticket_id
                from unnest($1::uuid[], $2::uuid[]) as k(workspace_id, ticket_id)
                join stale_watch s using (workspace_id, ticket_id)
                order by s.workspace_id, s.ticket_id
                for update of s
            )
            delete from stale_watch s using gone
            where s.workspace_id = gone.workspace_id and s.ticket_id = gone.ticket_id
            """;

    /**
     * A partition is known as far as the newest watermark whose offsets have all been applied there; $1 is now. Whoever
     * writes a watch holds its ticket's lock, so that one is enough to claim.
     */
    static final String CLAIM_DUE = """
            with known as (
                select p.partition, max(w.through) as through
                from inbox_progress p
                join watermark w on w.topic = p.topic and w.next_offsets[p.partition + 1] <= p.next_offset
                where p.consumer = 'sla-service'
                group by p.partition
            )
            select t.workspace_id, t.ticket_id, least(k.through, $1) as until
            from stale_watch s
            join ticket t using (workspace_id, ticket_id)
            join known k on k.partition = t.partition
            where s.next_at < $1 and s.next_at < k.through
            order by s.next_at
            limit $2
            for update of t skip locked
            """;

    static final String EARLIEST = "select min(next_at) from stale_watch where next_at is not null";

    /** Of a silence from $1 to $2, only what lies in the grace. What waits for an answer is judged when that comes. */
    static final String EXTEND = """
            with running as (
                select workspace_id, ticket_id, greatest(interval '0', $2::timestamptz - greatest($1, grace_from)) as lost
                from stale_watch
                where grace_until is not null and stage <> 'closing'
                order by workspace_id, ticket_id
                for update
            )
            update stale_watch s
            set grace_from = s.grace_from + r.lost, grace_until = s.grace_until + r.lost,
                next_at = case when s.stage in ('warned', 'reminded') then s.next_at + r.lost else s.next_at end
            from running r
            where s.workspace_id = r.workspace_id and s.ticket_id = r.ticket_id
            """;

    /** Whoever makes a watch by what silences there are, and whoever adds one, must not pass each other. */
    static final String HOLD_SILENCES = "select pg_advisory_xact_lock_shared(7362)";

    static final String SEIZE_SILENCES = "select pg_advisory_xact_lock(7362)";

    static final String READ_SILENCES = "select from_at, until_at from stale_silence order by from_at";

    static final String ADD_SILENCE = """
            with old as (
                delete from stale_silence where until_at < $2::timestamptz - interval '60 days'
            )
            insert into stale_silence (from_at, until_at) values ($1, $2) on conflict do nothing
            """;

    static final String COUNT = """
            update ticket t set told_sequence = r.told
            from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as r(workspace_id, ticket_id, told)
            where t.workspace_id = r.workspace_id and t.ticket_id = r.ticket_id
            """;

    private WatchStatements() {}
}
