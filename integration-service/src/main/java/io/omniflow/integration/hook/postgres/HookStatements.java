package io.omniflow.integration.hook.postgres;

/** The SQL of queue and log. */
final class HookStatements {
    static final String FAN_OUT = """
            with sent as (
              select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[])
                as s(workspace_id, id, type, at, body)),
            fanned as (
              insert into hook_delivery (workspace_id, endpoint_id, message_id, type, state, attempts, next_attempt_at,
                created_at, updated_at)
              select e.workspace_id, e.id, s.id, s.type, 'pending', 0, $6, $6, $6
              from sent s join hook_endpoint e on e.workspace_id = s.workspace_id
              where e.enabled and e.created_at <= s.at
                and (cardinality(e.event_types) = 0 or s.type = any (e.event_types))
              on conflict do nothing
              returning workspace_id, message_id)
            insert into hook_message (workspace_id, id, type, body, created_at)
            select s.workspace_id, s.id, s.type, s.body, $6 from sent s
            where (s.workspace_id, s.id) in (select workspace_id, message_id from fanned)
            on conflict do nothing
            """;

    /**
     * Of all workspaces: the queue is the service's own. The endpoints that have something waiting are found by a step of
     * the index each. An endpoint's row is its turn: whoever holds it takes from it, so the bound holds across replicas.
     * The last condition is for a turn that was over while this statement began: its rows are no longer due.
     */
    static final String CLAIM = """
            with recursive waiting as (
              (select workspace_id, endpoint_id from hook_delivery where state = 'pending'
               order by workspace_id, endpoint_id limit 1)
              union all
              select next.workspace_id, next.endpoint_id from waiting w cross join lateral (
                select d.workspace_id, d.endpoint_id from hook_delivery d
                where d.state = 'pending' and (d.workspace_id, d.endpoint_id) > (w.workspace_id, w.endpoint_id)
                order by d.workspace_id, d.endpoint_id limit 1) next),
            turns as (
              select e.workspace_id, e.id, e.url, e.secrets, case when e.failing_since is null then $5 else 1 end as slots
              from waiting w join hook_endpoint e on e.workspace_id = w.workspace_id and e.id = w.endpoint_id
              cross join lateral (
                select from hook_delivery d
                where d.workspace_id = w.workspace_id and d.endpoint_id = w.endpoint_id
                  and d.state = 'pending' and d.next_attempt_at <= $1 limit 1) due
              where e.enabled
              for update of e skip locked),
            picked as (
              select t.workspace_id, t.id as endpoint_id, t.url, t.secrets, d.message_id
              from turns t cross join lateral (
                select due.message_id, due.next_attempt_at, row_number() over (order by due.next_attempt_at) as turn
                from (
                  select q.message_id, q.next_attempt_at from hook_delivery q
                  where q.workspace_id = t.workspace_id and q.endpoint_id = t.id
                    and q.state = 'pending' and q.next_attempt_at <= $1
                  order by q.next_attempt_at
                  limit greatest(0, t.slots - (
                    select count(*) from hook_delivery u
                    where u.workspace_id = t.workspace_id and u.endpoint_id = t.id
                      and u.lease is not null and u.next_attempt_at > $1))) due) d
              order by d.turn, d.next_attempt_at limit $4)
            update hook_delivery d
            set attempts = d.attempts + 1, lease = $3, next_attempt_at = $2,
                first_attempt_at = coalesce(d.first_attempt_at, $1)
            from picked p join hook_message m on m.workspace_id = p.workspace_id and m.id = p.message_id
            where d.workspace_id = p.workspace_id and d.endpoint_id = p.endpoint_id and d.message_id = p.message_id
              and d.state = 'pending' and d.next_attempt_at <= $1
            returning d.*, p.url, p.secrets, m.body
            """;

    static final String NEXT_DUE =
            "select min(next_attempt_at) as due from hook_delivery where state = 'pending' and next_attempt_at > $1";

    /** The endpoint's row is touched only when it begins to fail or works again. */
    static final String SETTLE = """
            with settled as (
              update hook_delivery
              set state = $5, attempts = $6, next_attempt_at = $7, last_attempt = $8, updated_at = $9, lease = null
              where workspace_id = $1 and endpoint_id = $2 and message_id = $3 and lease = $4
              returning message_id),
            health as (
              update hook_endpoint set failing_since = $10::timestamptz
              where workspace_id = $1 and id = $2 and exists (select from settled)
                and (failing_since is null) <> ($10::timestamptz is null))
            select count(*) as settled from settled
            """;

    static final String FIND =
            "select * from hook_delivery where workspace_id = $1 and endpoint_id = $2 and message_id = $3";
    private static final String LIST = "select * from hook_delivery where workspace_id = $1 and endpoint_id = $2";
    private static final String PAGE = " and ($3::timestamptz is null or (created_at, message_id) < ($3, $4::uuid))"
            + " order by created_at desc, message_id desc limit $5";
    static final String LIST_ALL = LIST + PAGE;
    static final String LIST_BY_STATE = LIST + " and state = $6" + PAGE;

    private static final String AFRESH = """
            update hook_delivery
            set state = 'pending', attempts = 0, next_attempt_at = $4, first_attempt_at = null, lease = null,
                updated_at = $4
            where workspace_id = $1 and endpoint_id = $2""";
    static final String REPLAY =
            AFRESH + " and message_id = $3 and (lease is null or next_attempt_at <= $4) returning *";
    static final String REPLAY_FAILED = AFRESH + " and state = 'failed' and created_at >= $3";

    static final String SWEEP_OLD_DELIVERIES = """
            with old as (
              select workspace_id, endpoint_id, message_id from hook_delivery
              where created_at < $1 and (state <> 'pending' or not exists (
                select from hook_endpoint e where e.workspace_id = hook_delivery.workspace_id
                  and e.id = hook_delivery.endpoint_id and e.enabled))
              limit $2 for update skip locked)
            delete from hook_delivery d using old
            where d.workspace_id = old.workspace_id and d.endpoint_id = old.endpoint_id
              and d.message_id = old.message_id
            """;

    /** A message outlives its deliveries, never the other way round. */
    static final String SWEEP_OLD_MESSAGES = """
            with old as (
              select workspace_id, id from hook_message m
              where created_at < $1
                and not exists (
                  select from hook_endpoint e join hook_delivery d
                    on d.workspace_id = e.workspace_id and d.endpoint_id = e.id
                  where e.workspace_id = m.workspace_id and d.message_id = m.id)
              limit $2 for update skip locked)
            delete from hook_message m using old where m.workspace_id = old.workspace_id and m.id = old.id
            """;

    static final String LEFTOVER = "select workspace_id, endpoint_id from hook_leftover limit 1";
    static final String SWEEP_LEFTOVER = """
            with old as (
              select message_id from hook_delivery where workspace_id = $1 and endpoint_id = $2
              limit $3 for update skip locked)
            delete from hook_delivery d using old
            where d.workspace_id = $1 and d.endpoint_id = $2 and d.message_id = old.message_id
            """;
    static final String LEFTOVER_DONE = """
            delete from hook_leftover l where workspace_id = $1 and endpoint_id = $2
              and not exists (
                select from hook_delivery d where d.workspace_id = l.workspace_id and d.endpoint_id = l.endpoint_id)
            """;

    private HookStatements() {}
}
