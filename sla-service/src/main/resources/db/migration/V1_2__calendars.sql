-- A calendar as it is now. The one that is always open has no row.
create table calendar (
    workspace_id uuid not null,
    id uuid not null,
    version bigint not null check (version > 0),
    name text not null,
    -- {alwaysOpen, timeZone, weekly: {monday: [{from, to}], ...}, holidays: [{date, name, from, to}]}
    definition jsonb not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (workspace_id, id)
);

-- What it was in each version. They outlive the calendar: clocks and reports keep the version they began under.
create table calendar_version (
    workspace_id uuid not null,
    calendar_id uuid not null,
    version bigint not null check (version > 0),
    name text not null,
    definition jsonb not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (workspace_id, calendar_id, version)
);

grant select, insert, update, delete on calendar to ${runtimeRole};
grant select, insert on calendar_version to ${runtimeRole};
