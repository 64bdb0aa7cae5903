-- A webhook's address names the connection and nothing else.
create unique index connection_by_id on connection (id);

create table incoming_webhook (
    workspace_id uuid not null,
    id uuid not null,
    connection_id uuid not null,
    system text not null,
    delivery_id text not null,
    state text not null check (state in ('waiting', 'done', 'unreadable', 'failed')),
    attempts integer not null,
    next_attempt_at timestamptz,
    reason text,
    body bytea not null,
    received_at timestamptz not null,
    settled_at timestamptz,
    -- The order of arrival; counted by the database, so replicas' clocks do not matter.
    arrival bigint generated always as identity,
    primary key (workspace_id, id),
    check ((state = 'waiting') = (next_attempt_at is not null))
);
create index incoming_waiting on incoming_webhook (workspace_id, connection_id, arrival) where state = 'waiting';
create index incoming_by_connection on incoming_webhook (workspace_id, connection_id, id);
create index incoming_unsettled on incoming_webhook (workspace_id, state, id) where state <> 'done';
-- For the sweep, which goes across workspaces.
create index incoming_by_age on incoming_webhook (received_at);

-- What came in before, also after its body was removed. The delivery is a digest: vendors' ids have no length of their own.
create table incoming_delivery (
    workspace_id uuid not null,
    connection_id uuid not null,
    delivery bytea not null,
    primary key (workspace_id, connection_id, delivery)
);

grant select, insert, update, delete on incoming_webhook, incoming_delivery to ${runtimeRole};
