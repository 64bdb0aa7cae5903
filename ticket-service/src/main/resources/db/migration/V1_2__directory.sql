-- The people: who is affected (contact), who works (agent), and in which team.
-- The keys are the text in the form it is compared and searched in, made by the service; "C", so that a prefix is a range.
create table contact (
    workspace_id uuid not null,
    id uuid not null,
    name text,
    name_key text collate "C",
    email text,
    email_key text collate "C",
    phone text,
    phone_key text collate "C",
    external_id text,
    attributes jsonb not null,
    version bigint not null,
    created_at timestamptz not null,
    erased_at timestamptz,
    primary key (workspace_id, id)
);
create unique index contact_email on contact (workspace_id, email_key);
create index contact_name on contact (workspace_id, name_key);
create index contact_phone on contact (workspace_id, phone_key);

create table team (
    workspace_id uuid not null,
    id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    lead_id uuid,
    archived boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    primary key (workspace_id, id)
);
create unique index team_name on team (workspace_id, name_key) where not archived;

create table agent (
    workspace_id uuid not null,
    id uuid not null,
    name text not null,
    email text,
    -- the sub of the tokens this agent signs in with
    subject text,
    active boolean not null,
    team_ids uuid[] not null,
    limited_to_teams boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    primary key (workspace_id, id)
);
create unique index agent_subject on agent (workspace_id, subject);

-- Whoever a ticket names is there. Names of imports and ids given before the directory existed become agents and teams.
insert into agent (workspace_id, id, name, active, team_ids, limited_to_teams, version, created_at)
select t.workspace_id, t.assignee_id, coalesce(max(n.name), t.assignee_id::text), true, '{}', false, 1,
  date_trunc('milliseconds', clock_timestamp())
from ticket t
left join imported_name n on n.workspace_id = t.workspace_id and n.kind = 'agent' and n.id = t.assignee_id
where t.assignee_id is not null group by t.workspace_id, t.assignee_id;

insert into team (workspace_id, id, name, name_key, archived, version, created_at)
select workspace_id, team_id, name, lower(name), false, 1, date_trunc('milliseconds', clock_timestamp())
from (
  select workspace_id, team_id, case when count(*) over (partition by workspace_id, lower(name)) > 1
    then name || ' ' || team_id else name end as name
  from (
    select t.workspace_id, t.team_id, coalesce(max(n.name), t.team_id::text) as name
    from ticket t
    left join imported_name n on n.workspace_id = t.workspace_id and n.kind = 'team' and n.id = t.team_id
    where t.team_id is not null group by t.workspace_id, t.team_id) named) told;

drop table imported_name;

alter table ticket
  add constraint ticket_assignee foreign key (workspace_id, assignee_id) references agent (workspace_id, id),
  add constraint ticket_team foreign key (workspace_id, team_id) references team (workspace_id, id);

grant select, insert, update on contact, team, agent to ${runtimeRole};
