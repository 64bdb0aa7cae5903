create table connection (
    workspace_id uuid not null,
    id uuid not null,
    system text not null,
    name text not null,
    base_url text,
    settings jsonb not null,
    sync text not null,
    -- Names only; the values are in secrets, sealed by the service before they come here.
    secret_names text[] not null,
    secrets bytea not null,
    secrets_changed_at timestamptz not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id)
);

create table link (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    connection_id uuid not null,
    system text not null,
    state text not null check (state in ('requested', 'delivering', 'linked', 'failed', 'rejected')),
    -- The id the issue gets at the other side, chosen before the first call.
    issue_id uuid not null,
    command uuid not null,
    ticket jsonb,
    issue jsonb,
    problem jsonb,
    attempts integer not null,
    requested_by text not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id)
);
create unique index link_once_a_ticket_and_connection on link (workspace_id, ticket_id, connection_id);

create table delivery (
    workspace_id uuid not null,
    id uuid not null,
    connection_id uuid not null,
    ticket_id uuid not null,
    subject uuid not null,
    operation text not null check (operation in ('create_issue')),
    state text not null check (state in ('held', 'ready', 'delivered', 'failed', 'dead')),
    attempts integer not null,
    next_attempt_at timestamptz,
    lease uuid,
    first_attempt_at timestamptz,
    problem jsonb,
    requested_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id),
    check ((state = 'ready') = (next_attempt_at is not null))
);
create unique index delivery_once_a_subject_and_operation on delivery (workspace_id, subject, operation);
create index delivery_by_state on delivery (workspace_id, state, id);
-- The queue itself: read across workspaces by the worker.
create index delivery_due on delivery (next_attempt_at) where state = 'ready';

grant select, insert, update, delete on connection, link, delivery to ${runtimeRole};
