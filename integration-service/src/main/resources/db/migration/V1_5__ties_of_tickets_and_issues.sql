alter table link
    -- What an existing issue was named by when it was tied; null for one that is made for the ticket.
    add column target text,
    -- The other side's own id of the issue, by which its webhooks name it.
    add column external_id text generated always as (issue ->> 'id') stored;
drop index link_once_a_ticket_and_connection;
create unique index link_made_once on link (workspace_id, ticket_id, connection_id) where target is null;
create unique index link_tied_once on link (workspace_id, ticket_id, connection_id, target) where target is not null;
create index link_by_ticket on link (workspace_id, ticket_id, id);
create index link_by_issue on link (workspace_id, connection_id, external_id) where external_id is not null;

-- What the ticket and the issue of a link last agreed on; begins when the ticket's owner reports the ticket.
create table issue_tie (
    workspace_id uuid not null,
    link_id uuid not null,
    ticket_id uuid not null,
    -- Of the newest fact that was taken.
    ticket_version bigint not null,
    tie jsonb not null,
    next_read_at timestamptz not null,
    primary key (workspace_id, link_id),
    foreign key (workspace_id, link_id) references link (workspace_id, id) on delete cascade
);
create index issue_tie_by_ticket on issue_tie (workspace_id, ticket_id);
-- The sweep, which reads across workspaces.
create index issue_tie_to_read on issue_tie (next_read_at);

-- Links from before: what the ticket is now is learned from its next change.
insert into issue_tie (workspace_id, link_id, ticket_id, ticket_version, tie, next_read_at)
select workspace_id, id, ticket_id, 0,
    jsonb_build_object('status', 'open', 'statusAt', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'ticketSide', 'SETTLED', 'lastMove', 'CLEAR', 'course', 'RUNS'),
    now()
from link where state = 'linked';

create table status_mapping (
    workspace_id uuid not null,
    connection_id uuid not null,
    mapping jsonb not null,
    version bigint not null,
    updated_at timestamptz not null,
    primary key (workspace_id, connection_id),
    foreign key (workspace_id, connection_id) references connection (workspace_id, id) on delete cascade
);

-- Comments that are known here: written by us, or made a note of already.
create table issue_comment (
    workspace_id uuid not null,
    link_id uuid not null,
    comment_id text not null,
    primary key (workspace_id, link_id, comment_id),
    foreign key (workspace_id, link_id) references link (workspace_id, id) on delete cascade
);

-- Connections whose last call failed; one that works has no row.
create table connection_health (
    workspace_id uuid not null,
    connection_id uuid not null,
    failures integer not null,
    problem jsonb not null,
    -- Null until so many calls in a row have failed that the connection counts as degraded.
    degraded_since timestamptz,
    primary key (workspace_id, connection_id),
    foreign key (workspace_id, connection_id) references connection (workspace_id, id) on delete cascade
);

grant select, insert, update, delete on issue_tie, status_mapping, issue_comment, connection_health to ${runtimeRole};
