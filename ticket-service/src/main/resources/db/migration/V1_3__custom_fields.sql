-- What a workspace defines beside the fields every ticket has. The values stand in ticket.custom_fields.
create table custom_field (
    workspace_id uuid not null,
    key text collate "C" not null,
    label text not null,
    type text not null,
    required boolean not null,
    options text[] not null,
    regex text,
    -- {"value": …}, null for none
    default_value jsonb,
    archived boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    primary key (workspace_id, key)
);

grant select, insert, update on custom_field to ${runtimeRole};
