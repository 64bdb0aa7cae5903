-- Which revision of the workspace's policies a ticket's clocks began under and which it is measured by now, and the policy
-- of that revision its circumstances pick.
alter table ticket
    add column begun_revision integer,
    add column terms_revision integer,
    -- as of judged_sequence; for lists and reports
    add column status text,
    add column priority text,
    add column team_id uuid,
    add column assignee_id uuid,
    -- all that is true of it; what policies choose by among it
    add column circumstances jsonb,
    -- what the clocks go on from when the next fact comes; see Checkpoint
    add column last_turn_at timestamptz,
    add column quiet_until timestamptz;

-- Until now there was one policy a workspace. What is new in a row comes with the next reckoning, which is now.
update ticket set begun_revision = 1, terms_revision = 1, next_mark_at = least(next_mark_at, now())
where policy_id is not null;

-- When a ticket was put under another revision on purpose. As lasting as its facts: clocks are reckoned from both.
create table ticket_terms (
    workspace_id uuid not null,
    ticket_id uuid not null,
    at timestamptz not null,
    revision integer not null check (revision > 0),
    primary key (workspace_id, ticket_id, at)
);

alter table clock
    add column terms_revision integer not null default 1,
    add column calendar_id uuid,
    add column calendar_version integer not null default 1,
    -- while it runs towards a target
    add column due_at timestamptz,
    -- the first deadline it missed
    add column breached_at timestamptz;

-- The calendar that is always open: the name-based UUID (version 3) of its name and the workspace.
update clock c
set calendar_id = overlay(overlay(n.hash placing '3' from 13 for 1)
        placing substr('89ab', (('x' || substr(n.hash, 17, 1))::bit(4)::integer & 3) + 1, 1) from 17 for 1)::uuid
from (select workspace_id, md5('always-open-calendar:' || workspace_id) as hash
    from (select distinct workspace_id from clock) w) n
where n.workspace_id = c.workspace_id;

alter table clock
    alter column calendar_id set not null,
    alter column calendar_version drop default,
    alter column terms_revision drop default;

-- For those who are put under other terms.
create index ticket_unresolved on ticket (workspace_id, ticket_id) where status in ('open', 'in_progress', 'waiting');

grant select, insert, update on ticket_terms to ${runtimeRole};
grant delete on clock to ${runtimeRole};
