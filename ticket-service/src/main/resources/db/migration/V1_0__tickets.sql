create extension if not exists btree_gin;

create table ticket (
    workspace_id uuid not null,
    id uuid not null,
    number bigint not null,
    title text not null,
    description text,
    status text not null,
    -- 1 low to 4 urgent, so that it sorts
    priority smallint not null,
    assignee_id uuid,
    team_id uuid,
    tags text[] not null,
    contact_ids uuid[] not null,
    conversation_ids uuid[] not null,
    custom_fields jsonb not null,
    source text not null,
    external_id text,
    merged_into uuid,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    first_responded_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    primary key (workspace_id, id)
) with (fillfactor = 85);

create unique index ticket_number_of_workspace on ticket (workspace_id, number);
create unique index ticket_external_id on ticket (workspace_id, external_id) where external_id is not null;
create index ticket_updated on ticket (workspace_id, updated_at, id);
create index ticket_created on ticket (workspace_id, created_at, id);
create index ticket_priority on ticket (workspace_id, priority, id);
create index ticket_status_updated on ticket (workspace_id, status, updated_at, id);
create index ticket_assignee_updated on ticket (workspace_id, assignee_id, updated_at, id);
create index ticket_team_updated on ticket (workspace_id, team_id, updated_at, id);
create index ticket_source_updated on ticket (workspace_id, source, updated_at, id);
create index ticket_tags on ticket using gin (workspace_id, tags);
create index ticket_contacts on ticket using gin (workspace_id, contact_ids);
create index ticket_custom_fields on ticket using gin (workspace_id, custom_fields jsonb_path_ops);

-- Numbers are given out in blocks, so that no create waits for another; a block that is not used up leaves a gap.
create table ticket_number (
    workspace_id uuid primary key,
    next bigint not null
);

-- A conversation is linked to at most one ticket at a time.
create table conversation_link (
    workspace_id uuid not null,
    conversation_id uuid not null,
    ticket_id uuid not null,
    primary key (workspace_id, conversation_id)
);

create table note (
    workspace_id uuid not null,
    ticket_id uuid not null,
    id uuid not null,
    body text not null,
    author text not null,
    version bigint not null,
    created_at timestamptz not null,
    edited_at timestamptz,
    primary key (workspace_id, ticket_id, id)
);

-- Everything that happened to a ticket, from all services; newest first by (at, id).
create table timeline (
    workspace_id uuid not null,
    ticket_id uuid not null,
    at timestamptz not null,
    id uuid not null,
    service text not null,
    kind text not null,
    actor text not null,
    sequence bigint,
    backfill boolean not null,
    correlation_id text not null,
    data jsonb not null,
    primary key (workspace_id, ticket_id, at, id)
);

-- Read models, kept by the events of the other services.
create table ticket_sla (
    workspace_id uuid not null,
    ticket_id uuid not null,
    sequence bigint not null,
    state text not null,
    next_due_at timestamptz,
    summary jsonb not null,
    primary key (workspace_id, ticket_id)
);
create index ticket_sla_state on ticket_sla (workspace_id, state, ticket_id);
create index ticket_sla_due on ticket_sla (workspace_id, next_due_at, ticket_id);

create table ticket_link (
    workspace_id uuid not null,
    ticket_id uuid not null,
    link_id uuid not null,
    system text not null,
    key text not null,
    url text not null,
    state text,
    -- event time of the last change applied
    changed_at timestamptz not null,
    removed boolean not null default false,
    primary key (workspace_id, ticket_id, link_id)
);

-- Work queue: tickets whose snapshot is to be published.
create table snapshot_due (
    workspace_id uuid not null,
    ticket_id uuid not null,
    primary key (workspace_id, ticket_id)
);

grant select, insert, update on ticket, ticket_number, ticket_sla, ticket_link to ${runtimeRole};
grant select, insert, update, delete on note to ${runtimeRole};
grant select, insert, delete on conversation_link to ${runtimeRole};
grant select, insert, update, delete on snapshot_due to ${runtimeRole};
grant select, insert on timeline to ${runtimeRole};
