-- The feeds of agents. Ids are UUIDv7 in the order of writing, which is the feed's order. Ticket number and title are as they were.
create table notification (
    workspace_id uuid not null,
    agent_id uuid not null,
    id uuid not null,
    -- assigned, mentioned, sla_warning, sla_breach, stale_ping, sync_failed
    kind text not null,
    ticket_id uuid not null,
    ticket_number bigint not null,
    ticket_title text not null,
    at timestamptz not null,
    actor text not null,
    data jsonb not null,
    -- the event that is told: it is told to an agent once
    cause uuid not null,
    read_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, agent_id, id)
) with (fillfactor = 90);

create unique index notification_cause on notification (workspace_id, cause, agent_id);
create index notification_kind on notification (workspace_id, agent_id, kind, id);
create index notification_unread on notification (workspace_id, agent_id, id) where read_at is null;
create index notification_breach on notification (workspace_id, ticket_id) where kind = 'sla_breach';
create index notification_created on notification (created_at);

-- What the streams of feeds read, for an hour; as ticket_change.
create table notification_change (
    workspace_id uuid not null,
    agent_id uuid not null,
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    position bigint generated always as identity,
    notification_id uuid not null,
    -- told: new or changed; read: one, read or unread again; read_up_to: it and all before it
    what text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, agent_id, xid, position)
);
create index notification_change_at on notification_change (at);

grant select, insert, update, delete on notification to ${runtimeRole};
grant select, insert, delete on notification_change to ${runtimeRole};
