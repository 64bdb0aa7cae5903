-- An automation rule. Conditions and acts are JSON, as the API shows them.
create table rule (
    workspace_id uuid not null,
    id uuid not null,
    name text not null,
    position integer not null,
    enabled boolean not null,
    -- conversation_opened, message_received, tag_added
    trigger text not null,
    conditions jsonb not null,
    acts jsonb not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id)
);
create index rule_order on rule (workspace_id, position, id);

-- Work queue, written with the fact that is the occasion. Of one conversation the lowest position comes first.
create table rule_work (
    workspace_id uuid not null,
    conversation_id uuid not null,
    position bigint generated always as identity,
    trigger text not null,
    message_id uuid,
    added_tags text[] not null,
    at timestamptz not null,
    correlation_id text not null,
    causation_id text,
    trace_parent text,
    -- the rules whose acts led here, and those that have failed here
    behind uuid[] not null,
    left_out uuid[] not null default '{}',
    attempts integer not null default 0,
    due_at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, conversation_id, position)
);
-- Read across workspaces.
create index rule_work_position on rule_work (position);

-- Of which conversation a rule has made a ticket: at most one.
create table rule_ticket (
    workspace_id uuid not null,
    rule_id uuid not null,
    conversation_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, rule_id, conversation_id)
);

-- How often what came of a rule: several rows to be summed, so that nobody waits at a counter.
create table rule_tally (
    workspace_id uuid not null,
    rule_id uuid not null,
    id bigint generated always as identity,
    outcome text not null,
    times bigint not null,
    last_at timestamptz not null,
    primary key (workspace_id, rule_id, id)
);

create table rule_error (
    workspace_id uuid not null,
    rule_id uuid not null,
    id bigint generated always as identity,
    at timestamptz not null,
    conversation_id uuid not null,
    problem text not null,
    primary key (workspace_id, rule_id, id)
);

-- What sla-service told of its calendars, in the shape of its API.
create table calendar_copy (
    workspace_id uuid not null,
    id uuid not null,
    calendar jsonb not null,
    primary key (workspace_id, id)
);

grant select, insert, update, delete on rule, rule_work, calendar_copy to ${runtimeRole};
grant select, insert, delete on rule_ticket, rule_tally, rule_error to ${runtimeRole};
-- to lock them, which asks for a right to change
grant update on rule_tally, rule_error to ${runtimeRole};
