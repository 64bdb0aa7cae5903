create table import_job (
    workspace_id uuid not null,
    id uuid not null,
    -- staging: lines are being stored; running: tickets are being made of them; completed
    state text not null,
    actor text not null,
    correlation_id text not null,
    lines bigint not null default 0,
    created bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    facts bigint not null default 0,
    created_at timestamptz not null default clock_timestamp(),
    -- last sign of whoever stages it
    touched_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    primary key (workspace_id, id)
);
create index import_job_running on import_job (created_at) where state = 'running';
create index import_job_staging on import_job (created_at) where state = 'staging';

-- Work queue of one import; a ticket's lines are taken together and deleted with the facts they made.
create table import_line (
    workspace_id uuid not null,
    import_id uuid not null,
    external_id text not null,
    ordinal bigint not null,
    body jsonb not null,
    entries integer not null,
    -- about the bytes of the facts that come of it: bounds what one transaction holds in memory
    weight bigint not null,
    primary key (workspace_id, import_id, external_id, ordinal)
);

create table import_problem (
    workspace_id uuid not null,
    import_id uuid not null,
    ordinal bigint not null,
    external_id text,
    detail text not null,
    primary key (workspace_id, import_id, ordinal)
);

-- The history entries a ticket has taken, so that importing again adds only what is new.
create table imported_entry (
    workspace_id uuid not null,
    ticket_id uuid not null,
    -- SHA-256 of what the entry says
    fingerprint text not null,
    primary key (workspace_id, ticket_id, fingerprint)
);

-- Agents and teams that an import named by something else than an id.
create table imported_name (
    workspace_id uuid not null,
    kind text not null,
    id uuid not null,
    name text not null,
    primary key (workspace_id, kind, id)
);

grant select, insert, update, delete on import_job to ${runtimeRole};
grant select, insert, delete on import_line, import_problem to ${runtimeRole};
grant select, insert on imported_entry, imported_name to ${runtimeRole};
