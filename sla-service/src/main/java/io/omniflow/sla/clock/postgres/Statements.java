package io.omniflow.sla.clock.postgres;

/** The SQL of {@link PostgresTicketFiles}. */
final class Statements {

    /**
     * Files the facts, tells which were new, and locks their tickets. The conflict clause updates next to never and
     * always locks; tickets are taken in one order, so that two batches cannot hold each other up.
     */
    static final String ADD = """
            with arrived as (
                select *
                from jsonb_to_recordset($1) as r(workspace_id uuid, ticket_id uuid, partition integer, sequence bigint,
                    kind text, at timestamptz, actor text, change_id uuid, change_last boolean, backfill boolean,
                    event_id uuid, correlation_id text, trace_parent text, data jsonb)
            ), locked as (
                insert into ticket (workspace_id, ticket_id, partition)
                select workspace_id, ticket_id, max(partition)
                from arrived
                group by workspace_id, ticket_id
                order by workspace_id, ticket_id
                on conflict (workspace_id, ticket_id) do update set partition = excluded.partition
                where ticket.partition <> excluded.partition
            )
            insert into ticket_fact (workspace_id, ticket_id, sequence, kind, at, actor, change_id, change_last,
                backfill, event_id, correlation_id, trace_parent, data)
            select workspace_id, ticket_id, sequence, kind, at, actor, change_id, change_last,
                backfill, event_id, correlation_id, trace_parent, data
            from arrived
            on conflict do nothing
            returning event_id
            """;

    /** When a ticket was put under which revision since its clocks began, in order. */
    private static final String PINNED = """
             t.begun_revision,
                array(select r.at from ticket_terms r
                    where r.workspace_id = t.workspace_id and r.ticket_id = t.ticket_id order by r.at) as reapplied_at,
                array(select r.revision from ticket_terms r
                    where r.workspace_id = t.workspace_id and r.ticket_id = t.ticket_id order by r.at) as reapplied
            """;

    private static final String KEYS = " from unnest($1::uuid[], $2::uuid[]) as k(workspace_id, ticket_id) join ";

    static final String READ_TICKETS = "select t.workspace_id, t.ticket_id, t.judged_sequence, t.told_sequence,"
            + PINNED + KEYS + "ticket t using (workspace_id, ticket_id) order by t.workspace_id, t.ticket_id";

    static final String READ_TAILS =
            "select t.workspace_id, t.ticket_id, t.judged_sequence, t.told_sequence, t.circumstances, t.last_turn_at,"
                    + " t.quiet_until," + PINNED + KEYS
                    + "ticket t using (workspace_id, ticket_id) order by t.workspace_id, t.ticket_id";

    static final String READ_TAIL_FACTS = "select f.workspace_id, f.ticket_id, f.sequence, f.kind, f.at, f.actor,"
            + " f.change_id, f.change_last, f.backfill, f.event_id, f.correlation_id, f.trace_parent, f.data" + KEYS
            + "ticket t using (workspace_id, ticket_id) join ticket_fact f on f.workspace_id = t.workspace_id"
            + " and f.ticket_id = t.ticket_id and f.sequence > t.judged_sequence"
            + " order by f.workspace_id, f.ticket_id, f.sequence";

    static final String READ_TAIL_CLOCKS = "select c.workspace_id, c.ticket_id, c.metric, c.cycle, c.terms_revision,"
            + " c.policy_id, c.policy_version, c.target_ms, c.counted_ms, c.as_of, c.progress, c.stopped_at, c.ending,"
            + " c.started_at, c.marks, c.leads" + KEYS + "clock c using (workspace_id, ticket_id)";

    static final String READ_FACTS = "select f.workspace_id, f.ticket_id, f.sequence, f.kind, f.at, f.actor,"
            + " f.change_id, f.change_last, f.backfill, f.event_id, f.correlation_id, f.trace_parent, f.data" + KEYS
            + "ticket_fact f using (workspace_id, ticket_id)"
            + " order by f.workspace_id, f.ticket_id, f.sequence";

    static final String READ_CLOCKS = "select c.workspace_id, c.ticket_id, c.metric, c.cycle, c.policy_id, c.marks"
            + KEYS + "clock c using (workspace_id, ticket_id)";

    /** Cycles that a late fact showed never to have been are removed. */
    static final String KEEP = """
            with kept as (
                update ticket t
                set judged_sequence = r.judged_sequence, told_sequence = r.told_sequence,
                    begun_revision = r.begun_revision, terms_revision = r.terms_revision, policy_id = r.policy_id,
                    policy_version = r.policy_version, status = r.status, priority = r.priority, team_id = r.team_id,
                    assignee_id = r.assignee_id, circumstances = r.circumstances,
                    last_turn_at = r.last_turn_at, quiet_until = r.quiet_until, next_mark_at = r.next_mark_at
                from jsonb_to_recordset($1) as r(workspace_id uuid, ticket_id uuid, judged_sequence bigint,
                    told_sequence bigint, begun_revision integer, terms_revision integer, policy_id uuid,
                    policy_version integer, status text, priority text, team_id uuid, assignee_id uuid,
                    circumstances jsonb, last_turn_at timestamptz, quiet_until timestamptz, next_mark_at timestamptz)
                where t.workspace_id = r.workspace_id and t.ticket_id = r.ticket_id
            ), reckoned as (
                select *
                from jsonb_to_recordset($2) as r(workspace_id uuid, ticket_id uuid, metric text, cycle integer,
                    terms_revision integer, policy_id uuid, policy_version integer, calendar_id uuid,
                    calendar_version integer, target_ms bigint, counted_ms bigint, as_of timestamptz, progress text,
                    stopped_at timestamptz, ending text, started_at timestamptz, due_at timestamptz,
                    breached_at timestamptz, marks jsonb, leads jsonb)
            ), gone as (
                delete from clock c
                using jsonb_to_recordset($1) as t(workspace_id uuid, ticket_id uuid, whole boolean)
                where t.whole and c.workspace_id = t.workspace_id and c.ticket_id = t.ticket_id and not exists (
                    select from reckoned r
                    where r.workspace_id = c.workspace_id and r.ticket_id = c.ticket_id and r.metric = c.metric
                        and r.cycle = c.cycle)
            )
            insert into clock (workspace_id, ticket_id, metric, cycle, terms_revision, policy_id, policy_version,
                calendar_id, calendar_version, target_ms, counted_ms, as_of, progress, stopped_at, ending, started_at,
                due_at, breached_at, marks, leads)
            select workspace_id, ticket_id, metric, cycle, terms_revision, policy_id, policy_version,
                calendar_id, calendar_version, target_ms, counted_ms, as_of, progress, stopped_at, ending, started_at,
                due_at, breached_at, marks, leads
            from reckoned
            on conflict (workspace_id, ticket_id, metric, cycle) do update
            set terms_revision = excluded.terms_revision, policy_id = excluded.policy_id,
                policy_version = excluded.policy_version, calendar_id = excluded.calendar_id,
                calendar_version = excluded.calendar_version, target_ms = excluded.target_ms,
                counted_ms = excluded.counted_ms, as_of = excluded.as_of, progress = excluded.progress,
                stopped_at = excluded.stopped_at, ending = excluded.ending, started_at = excluded.started_at,
                due_at = excluded.due_at, breached_at = excluded.breached_at, marks = excluded.marks,
                leads = excluded.leads
            """;

    static final String MEASURED_BY =
            "select t.workspace_id, t.ticket_id, t.terms_revision, t.policy_id, t.policy_version" + KEYS
                    + "ticket t using (workspace_id, ticket_id) where t.terms_revision is not null";

    static final String POSTPONE =
            "update ticket t set next_mark_at = $3 from unnest($1::uuid[], $2::uuid[]) as k(workspace_id, ticket_id)"
                    + " where t.workspace_id = k.workspace_id and t.ticket_id = k.ticket_id";

    /**
     * How far a partition is known: the newest watermark whose offsets have all been applied there; and the patience, $2,
     * unless the newest watermark of all lies ahead of what has been applied. Never beyond now, $1: the other service's
     * clock may be ahead.
     */
    static final String CLAIM_DUE = """
            with known as (
                select p.partition, max(w.through) as through
                from inbox_progress p
                join watermark w on w.topic = p.topic and w.next_offsets[p.partition + 1] <= p.next_offset
                where p.consumer = 'sla-service'
                group by p.partition
            ), behind as (
                select p.partition
                from (select w.topic, w.next_offsets from watermark w order by w.through desc limit 1) newest
                join inbox_progress p on p.topic = newest.topic and p.consumer = 'sla-service'
                    and p.next_offset < newest.next_offsets[p.partition + 1]
            )
            select t.workspace_id, t.ticket_id,
                least(greatest(k.through, case when b.partition is null then $2::timestamptz end), $1) as until
            from ticket t
            left join known k on k.partition = t.partition
            left join behind b on b.partition = t.partition
            where t.next_mark_at < $1
                and t.next_mark_at < greatest(k.through, case when b.partition is null then $2::timestamptz end)
            order by t.next_mark_at
            limit $3
            for update of t skip locked
            """;

    static final String EARLIEST_MARK = "select min(next_mark_at) from ticket where next_mark_at is not null";

    static final String FIND = """
            select t.judged_sequence, c.metric, c.cycle, c.terms_revision, c.policy_id, c.policy_version, c.target_ms,
                c.counted_ms, c.as_of, c.progress, c.stopped_at, c.ending, c.started_at, c.marks, c.leads
            from ticket t
            left join clock c using (workspace_id, ticket_id)
            where t.workspace_id = $1 and t.ticket_id = $2
            order by c.metric, c.cycle
            """;

    static final String FIND_TICKET =
            "select" + PINNED + " from ticket t where t.workspace_id = $1 and t.ticket_id = $2";

    static final String FIND_FACTS = """
            select workspace_id, ticket_id, sequence, kind, at, actor, change_id, change_last, backfill, event_id,
                correlation_id, trace_parent, data
            from ticket_fact
            where workspace_id = $1 and ticket_id = $2
            order by sequence
            """;

    private Statements() {}
}
