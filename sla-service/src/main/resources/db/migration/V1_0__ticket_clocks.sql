-- One row a ticket: the lock under which its clocks are reckoned, and when to look at them next.
create table ticket (
    workspace_id uuid not null,
    ticket_id uuid not null,
    partition integer not null,
    judged_sequence bigint not null default 0,
    told_sequence bigint not null default 0,
    policy_id uuid,
    policy_version integer,
    next_mark_at timestamptz,
    primary key (workspace_id, ticket_id)
) with (fillfactor = 80);

-- The timer's queue. It is read across workspaces, by due time.
create index ticket_next_mark_at on ticket (next_mark_at) where next_mark_at is not null;

-- Every fact of every ticket, reduced to what a clock can depend on. Clocks can be reckoned from it at any time.
create table ticket_fact (
    workspace_id uuid not null,
    ticket_id uuid not null,
    sequence bigint not null,
    kind text not null,
    at timestamptz not null,
    actor text not null,
    change_id uuid,
    change_last boolean not null,
    backfill boolean not null,
    event_id uuid not null,
    correlation_id text not null,
    trace_parent text,
    data jsonb not null,
    primary key (workspace_id, ticket_id, sequence)
);

-- The clocks as last reckoned. Durations in milliseconds; counted_ms holds as of as_of.
create table clock (
    workspace_id uuid not null,
    ticket_id uuid not null,
    metric text not null,
    cycle integer not null,
    policy_id uuid not null,
    policy_version integer not null,
    target_ms bigint,
    counted_ms bigint not null,
    as_of timestamptz not null,
    progress text not null,
    stopped_at timestamptz,
    ending text,
    started_at timestamptz not null,
    -- [{percent, targetMs, policyVersion, at, noticedAt, voice}]
    marks jsonb not null,
    primary key (workspace_id, ticket_id, metric, cycle)
) with (fillfactor = 80);

-- Versions of policies. A workspace without a row has the usual one: 24x7, version 1.
create table policy (
    workspace_id uuid not null,
    policy_id uuid not null,
    version integer not null check (version > 0),
    name text not null,
    -- {targets: {urgent: {firstResponse: "PT15M", resolution: "PT4H"}, ...}, warnAtPercent: [75, 90]}
    definition jsonb not null,
    created_at timestamptz not null default now(),
    primary key (workspace_id, policy_id, version)
);

-- How far ticket facts are published, for some seconds back. Of the service itself; no workspace.
create table watermark (
    topic text not null,
    through timestamptz not null,
    next_offsets bigint[] not null,
    primary key (topic, through)
);

grant select, insert, update on ticket, clock to ${runtimeRole};
grant select, insert on ticket_fact, policy to ${runtimeRole};
grant select, insert, delete on watermark to ${runtimeRole};
