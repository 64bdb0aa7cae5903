-- Work queues of the service itself: they are read across workspaces and carry the workspace as data.

create table outbox (
    position bigint generated always as identity primary key,
    id uuid not null,
    topic text not null,
    key text not null,
    workspace_id uuid not null,
    type text not null,
    subject uuid not null,
    time timestamptz not null,
    sequence bigint,
    actor text not null,
    correlation_id text not null,
    causation_id text,
    change_id uuid,
    change_last boolean not null,
    backfill boolean not null,
    trace_parent text,
    data jsonb not null,
    stored_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

create table inbox (
    consumer text not null,
    event_id uuid not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);
create index inbox_received_at on inbox (received_at);

-- How far a consumer has applied each partition: the offset after the last applied record.
create table inbox_progress (
    consumer text not null,
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    applied_at timestamptz not null default clock_timestamp(),
    primary key (consumer, topic, partition)
) with (fillfactor = 50);

create table idempotency_key (
    workspace_id uuid not null,
    operation text not null,
    key text not null,
    fingerprint text not null,
    status integer,
    headers jsonb,
    body text,
    created_at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, operation, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);

grant select, insert, delete on outbox to ${runtimeRole};
-- update: rows to be swept are locked first
grant select, insert, update, delete on inbox to ${runtimeRole};
grant select, insert, update, delete on inbox_progress, idempotency_key to ${runtimeRole};
