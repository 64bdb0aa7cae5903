-- What workspaces say of tickets that sit in Waiting; copies of what ticket-service tells. Without a row the defaults hold.
create table stale_policy (
    workspace_id uuid primary key,
    enabled boolean not null,
    waiting_ms bigint not null,
    -- working days of the ticket's calendar, or else time
    grace_days integer,
    grace_ms bigint,
    auto_close boolean not null,
    version bigint not null,
    check ((grace_days is null) <> (grace_ms is null))
);

-- One row a ticket in Waiting. Its lock is that of the ticket's row.
create table stale_watch (
    workspace_id uuid not null,
    ticket_id uuid not null,
    -- when it came to Waiting or was last touched by a person, a customer or a vendor
    since timestamptz not null,
    -- importing, quiet, asked, held, warned, reminded, closing, rested
    stage text not null,
    command_id uuid,
    grace_from timestamptz,
    grace_until timestamptz,
    retry_at timestamptz,
    -- whether it was told that the ping asked for, or tried again, has failed before
    alerted boolean not null,
    next_at timestamptz,
    primary key (workspace_id, ticket_id)
) with (fillfactor = 80);

-- The timer's queue, and what a silence of ticket-service extends. They are read across workspaces.
create index stale_watch_next_at on stale_watch (next_at) where next_at is not null;
create index stale_watch_grace on stale_watch (workspace_id, ticket_id) where grace_until is not null;

-- When ticket-service was down. Of the service itself; no workspace.
create table stale_silence (
    from_at timestamptz primary key,
    until_at timestamptz not null
);

-- Tickets that wait already, since the last fact that may have been somebody's doing.
insert into stale_watch (workspace_id, ticket_id, since, stage, alerted, next_at)
select s.workspace_id, s.ticket_id, s.since, 'quiet', false, s.since + interval '30 days'
from (
    select f.workspace_id, f.ticket_id,
        max(greatest(f.at, (f.data ->> 'importedAt')::timestamptz))
            filter (where f.kind in ('created', 'status_changed', 'merge_undone', 'imported')
                or f.actor not in ('system', 'automation')) as since,
        (array_agg(case when f.kind = 'merged' then 'merged' else f.data ->> 'status' end order by f.sequence desc)
            filter (where f.kind in ('created', 'status_changed', 'merge_undone', 'merged')))[1] as status
    from ticket_fact f
    group by f.workspace_id, f.ticket_id
) s
where s.status = 'waiting' and s.since is not null;

grant select, insert, update on stale_policy to ${runtimeRole};
grant select, insert, delete on stale_silence to ${runtimeRole};
grant select, insert, update, delete on stale_watch to ${runtimeRole};
