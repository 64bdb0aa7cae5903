-- Facts that are safe and wait for their place in a chain: a work queue of the service itself.
create table accepted (
    workspace_id uuid not null,
    position bigint generated always as identity,
    id uuid not null,
    ticket_id uuid,
    kind text not null,
    actor text not null,
    at timestamptz not null,
    service text not null,
    merge_id uuid,
    correlation_id text not null,
    payload text not null,
    accepted_at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, position)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- One chain a workspace. The payload is text, not jsonb: its hash is over exactly these bytes.
create table audit_entry (
    workspace_id uuid not null,
    sequence bigint not null check (sequence > 0),
    id uuid not null,
    ticket_id uuid,
    kind text not null,
    actor text not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    service text not null,
    merge_id uuid,
    correlation_id text not null,
    payload text not null,
    salt bytea not null,
    payload_hash bytea not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (workspace_id, sequence)
);
create unique index audit_entry_id on audit_entry (workspace_id, id);
create index audit_entry_ticket on audit_entry (workspace_id, ticket_id, sequence) where ticket_id is not null;
create index audit_entry_actor on audit_entry (workspace_id, actor, sequence);
create index audit_entry_kind on audit_entry (workspace_id, kind, sequence);
create index audit_entry_merge on audit_entry (workspace_id, merge_id, sequence) where merge_id is not null;
create index audit_entry_at on audit_entry (workspace_id, at, sequence);

-- The end of each chain; locking its row is what makes appending one after the other.
create table audit_chain (
    workspace_id uuid primary key,
    sequence bigint not null,
    hash bytea not null,
    unproven bigint not null,
    proven_on date not null
) with (fillfactor = 50);
create index audit_chain_unproven on audit_chain (workspace_id, proven_on) where unproven > 0;

create table audit_checkpoint (
    workspace_id uuid not null,
    sequence bigint not null,
    hash bytea not null,
    taken_at timestamptz not null,
    primary key (workspace_id, sequence)
);

-- Not even the owner changes the log by an ordinary statement.
create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only: % of % refused', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change_of_audit_log();
create trigger audit_checkpoint_is_append_only before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_change_of_audit_log();

grant select, insert, delete on accepted to ${runtimeRole};
grant select, insert on audit_entry, audit_checkpoint to ${runtimeRole};
grant select, insert, update on audit_chain to ${runtimeRole};
