package io.omniflow.integration.delivery.postgres;

/** What is asked of the queue's table. */
final class DeliveryStatements {
    static final String HOLD = """
        insert into delivery (workspace_id, id, connection_id, ticket_id, subject, operation, state, attempts,
          requested_by, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, 'held', 0, $7, $8, $8)
        on conflict (workspace_id, subject, operation) where operation in ('create_issue', 'post_thread') do update
          set state = 'held', attempts = 0, next_attempt_at = null, requested_by = excluded.requested_by,
              updated_at = excluded.updated_at
        """;
    /** Behind one that pauses it is due no earlier, or every claim would meet it for nothing. */
    static final String ADD = """
        insert into delivery (workspace_id, id, connection_id, ticket_id, subject, operation, payload, state, attempts,
          next_attempt_at, requested_by, created_at, updated_at)
        select $1, $2, $3, $4, $5, $6, $7, 'ready', 0,
          greatest($8, (select max(before.next_attempt_at) from delivery before
            where before.workspace_id = $1 and before.subject = $5 and before.state = 'ready' and before.lease is null)),
          $9, $10, $10
        """;

    static final String ONCE =
            " on conflict (workspace_id, subject, operation) where operation in ('create_issue', 'post_thread') do"
                    + " nothing";
    /** The one that waits is locked, so that no claim takes it before what it shall see is committed. */
    static final String UNLESS_WAITING = """
        with waiting as materialized (
          select id from delivery
          where workspace_id = $1 and subject = $5 and operation = $6 and state = 'ready' and lease is null
          order by position limit 1
          for update skip locked)
        """ + ADD + " where not exists (select 1 from waiting)";

    static final String RELEASE = "update delivery set state = 'ready', next_attempt_at = $3, updated_at = $3"
            + " where workspace_id = $1 and subject = $2 and state = 'held'";
    static final String DROP = "delete from delivery where workspace_id = $1 and subject = $2 and state = 'held'";
    /** A row that is locked is being settled, which is as good as being attempted. */
    static final String CANCEL = """
        with idle as (
          select id from delivery
          where workspace_id = $1 and subject = $2 and (lease is null or next_attempt_at <= $3)
          for update skip locked),
        gone as (
          delete from delivery d using idle where d.workspace_id = $1 and d.id = idle.id returning d.id)
        select (select count(*) from delivery where workspace_id = $1 and subject = $2)
          - (select count(*) from gone) as busy
        """;
    /** Something of the same subject comes first, or is being attempted. */
    static final String ITS_TURN = """
        not exists (
          select 1 from delivery other
          where other.workspace_id = d.workspace_id and other.subject = d.subject and other.id <> d.id
            and other.state in ('held', 'ready')
            and (other.position < d.position or (other.lease is not null and other.next_attempt_at > $1)))
        """;
    /** Of all workspaces: the queue is the service's own. */
    static final String CLAIM = """
        with due as (
          select workspace_id, id, first_attempt_at, lease is not null as left_behind from delivery d
          where state = 'ready' and next_attempt_at <= $1 and %s
          order by next_attempt_at limit $4 for update skip locked)
        update delivery d
        set attempts = d.attempts + 1, lease = $3, next_attempt_at = $2,
            first_attempt_at = coalesce(d.first_attempt_at, $1)
        from due where d.workspace_id = due.workspace_id and d.id = due.id
        returning d.*, due.first_attempt_at as earlier, due.left_behind
        """.formatted(ITS_TURN);

    static final String NEXT_DUE = "select next_attempt_at as due from delivery d where state = 'ready' and " + ITS_TURN
            + " order by next_attempt_at limit 1";
    static final String SETTLE = """
        with settled as (
          update delivery
          set state = $4, attempts = $5, next_attempt_at = $6, problem = $7, updated_at = $8, lease = null
          where workspace_id = $1 and id = $2 and lease = $3
          returning subject, position, next_attempt_at),
        behind as (
          update delivery later set next_attempt_at = settled.next_attempt_at
          from settled
          where later.workspace_id = $1 and later.subject = settled.subject and later.position > settled.position
            and later.state = 'ready' and later.lease is null and later.next_attempt_at < settled.next_attempt_at)
        select 1 from settled
        """;
    static final String DONE_WITH = "delete from delivery where workspace_id = $1 and id = $2 and lease = $3";
    static final String RESTART = """
        update delivery
        set state = $4, attempts = $5, next_attempt_at = $6, problem = $7, updated_at = $8, lease = null
        where workspace_id = $1 and id = $2 and state = $3
        """;
    static final String FIND = "select * from delivery where workspace_id = $1 and id = $2";
    static final String LIST_ALL = "select * from delivery where workspace_id = $1"
            + " and ($2::uuid is null or id < $2) order by id desc limit $3";
    static final String LIST_BY_STATE = "select * from delivery where workspace_id = $1 and state = $4"
            + " and ($2::uuid is null or id < $2) order by id desc limit $3";

    private DeliveryStatements() {}
}
