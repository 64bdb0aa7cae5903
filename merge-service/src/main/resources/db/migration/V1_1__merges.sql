-- Merges as a process: what was asked for, what ticket-service told of it, and where it stands.
create table merge (
    workspace_id uuid not null,
    id uuid not null,
    sources uuid[] not null,
    destination uuid not null,
    reason text,
    asked_by text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('requested', 'completed', 'rejected', 'undo_requested', 'undone')),
    -- a source each: which of the four facts were told, when, and with what
    answers jsonb not null,
    completed_at timestamptz,
    undo_by text,
    undo_at timestamptz,
    undone_at timestamptz,
    -- why the merge, or the undo asked for last, was refused
    refused_at timestamptz,
    refusal jsonb,
    version bigint not null,
    -- the command that is to be answered, and when it is sent again
    correlation_id text not null,
    copies integer not null,
    repeat_at timestamptz not null,
    primary key (workspace_id, id)
) with (fillfactor = 70);
create index merge_state on merge (workspace_id, state, id);
-- A work queue of the service itself, read across workspaces; it holds only what is under way.
create index merge_unanswered on merge (repeat_at) where state in ('requested', 'undo_requested');

create table merge_ticket (
    workspace_id uuid not null,
    ticket_id uuid not null,
    merge_id uuid not null,
    side text not null check (side in ('source', 'destination')),
    primary key (workspace_id, ticket_id, merge_id)
);

-- A refusal names the command, not the merge.
create table merge_command (
    workspace_id uuid not null,
    id uuid not null,
    merge_id uuid not null,
    primary key (workspace_id, id)
);

create table merge_permissions (
    workspace_id uuid primary key,
    merge_role text not null,
    undo_role text not null,
    version bigint not null,
    changed_at timestamptz not null
);

grant select, insert, update on merge, merge_permissions to ${runtimeRole};
grant select, insert on merge_ticket, merge_command to ${runtimeRole};
