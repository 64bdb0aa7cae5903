create table thing (
    workspace_id uuid not null,
    id uuid not null,
    name text not null,
    kind text not null,
    amount numeric,
    due_at timestamptz,
    owner_id uuid,
    tags text[] not null,
    version bigint not null,
    primary key (workspace_id, id)
);
grant select, insert, update on thing to ${runtimeRole};
