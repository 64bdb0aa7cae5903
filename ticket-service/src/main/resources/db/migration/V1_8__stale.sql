-- What a workspace does about tickets that sit in Waiting; spans as ISO 8601.
create table stale_policy (
    workspace_id uuid primary key,
    enabled boolean not null,
    waiting_for text not null,
    grace text not null,
    auto_close boolean not null,
    version bigint not null,
    changed_at timestamptz not null
);

grant select, insert, update on stale_policy to ${runtimeRole};
