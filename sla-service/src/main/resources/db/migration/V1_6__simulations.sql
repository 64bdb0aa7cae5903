-- A draft policy run over past tickets, and how far it is. Its result so far is in the row, written with each chunk.
create table simulation (
    workspace_id uuid not null,
    id uuid not null,
    -- queued, running, completed, failed, cancelled
    state text not null,
    -- {revision, policyId, version, position, calendarVersion, name, definition}
    sketch jsonb not null,
    -- every, matching: which tickets the result counts
    scope text not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    -- how far clocks are judged, and facts are taken
    as_of timestamptz not null,
    created_by text not null,
    created_at timestamptz not null,
    -- when the last chunk was done; the next goes to whoever waits longest
    touched_at timestamptz not null,
    finished_at timestamptz,
    -- null until counted
    total bigint,
    done bigint not null default 0,
    -- of those done, such as could not be read or reckoned
    left_out bigint not null default 0,
    -- the creation of the last ticket done; the next chunk begins behind it
    place_at timestamptz not null,
    place_ticket uuid not null,
    -- {tickets, matched, breachedOnlyBefore, breachedOnlyAfter, metrics: {resolution: {...}, ...}}
    tally jsonb not null,
    problem text,
    primary key (workspace_id, id)
) with (fillfactor = 70);

-- The work queue, and what is old enough to go. Both are read across workspaces.
create index simulation_open on simulation (touched_at) where state in ('queued', 'running');
create index simulation_finished on simulation (finished_at) where finished_at is not null;

-- Clocks that end otherwise under the draft. A side: {outcome, targetMs, dueAt, breachedAt}
create table simulation_difference (
    workspace_id uuid not null,
    simulation_id uuid not null,
    ticket_id uuid not null,
    metric text not null,
    cycle integer not null,
    before jsonb not null,
    after jsonb not null,
    primary key (workspace_id, simulation_id, ticket_id, metric, cycle)
);

-- Tickets by their creation.
create index ticket_fact_created on ticket_fact (workspace_id, at, ticket_id) where kind = 'created';

grant select, insert, update, delete on simulation to ${runtimeRole};
grant select, insert, delete on simulation_difference to ${runtimeRole};
