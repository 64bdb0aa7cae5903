-- A version of a policy: {when, calendarId, targets, statusCeilings, warnAtPercent, onReopen, escalations}, as the API has
-- it. The usual policy's first version has no row.
alter table policy
    add column changed_at timestamptz not null default now(),
    add column changed_by text not null default 'system';

-- The newest revision of a workspace, and the lock under which its policies and calendars change. No row: revision 1.
create table policy_head (
    workspace_id uuid not null,
    revision integer not null check (revision > 0),
    primary key (workspace_id)
) with (fillfactor = 80);

-- Every state of all policies of a workspace, in their order. It outlives them: clocks keep the one they began under.
create table policy_book (
    workspace_id uuid not null,
    revision integer not null check (revision > 1),
    -- [{policyId, version, calendarId, calendarVersion}, ...], the default policy last
    book jsonb not null,
    at timestamptz not null,
    primary key (workspace_id, revision)
);

grant select, insert, update on policy_head to ${runtimeRole};
grant select, insert on policy_book to ${runtimeRole};
