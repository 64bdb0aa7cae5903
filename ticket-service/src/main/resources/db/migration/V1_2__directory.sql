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

grant select, insert, update on contact, team, agent to ${runtimeRole};
