create extension if not exists btree_gin;
create extension if not exists pg_trgm;

-- A thread of the Unified Inbox as it was told. Without a channel it is known by its messages alone so far.
create table conversation (
    workspace_id uuid not null,
    id uuid not null,
    channel text,
    subject text,
    contact_id uuid,
    -- the other side as the conversation came with it: where a reply goes
    contact_name text,
    contact_email text,
    contact_phone text,
    external_id text,
    inbox_address text,
    language text,
    tags text[] not null,
    -- open, closed
    state text not null,
    opened_at timestamptz not null,
    last_message_at timestamptz,
    version bigint not null,
    primary key (workspace_id, id)
) with (fillfactor = 85);

create index conversation_opened on conversation (workspace_id, opened_at, id);
create index conversation_channel_opened on conversation (workspace_id, channel, opened_at, id);
create index conversation_state_opened on conversation (workspace_id, state, opened_at, id);
create index conversation_contact_opened on conversation (workspace_id, contact_id, opened_at, id);
create index conversation_subject on conversation using gin (workspace_id, subject gin_trgm_ops);

-- Which conversation has an external id: the first that came with it. Apart from the conversation, because what the inbox tells
-- must be kept even where it tells of one thread under two ids.
create table conversation_external_id (
    workspace_id uuid not null,
    channel text not null,
    external_id text not null,
    conversation_id uuid not null,
    primary key (workspace_id, channel, external_id)
);

create table message (
    workspace_id uuid not null,
    conversation_id uuid not null,
    id uuid not null,
    -- contact, agent, automation
    author text not null,
    author_id uuid,
    body text not null,
    reply_id uuid,
    -- as the inbox claims it
    at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (workspace_id, conversation_id, id)
);
create index message_at on message (workspace_id, conversation_id, at, id);

-- What agents asked the inbox to send.
create table reply (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    conversation_id uuid not null,
    body text not null,
    author text not null,
    -- accepted, delivered, failed
    delivery text not null,
    created_at timestamptz not null,
    delivered_at timestamptz,
    primary key (workspace_id, id)
);
create index reply_of_ticket on reply (workspace_id, ticket_id, id);

create index conversation_link_of_ticket on conversation_link (workspace_id, ticket_id);

create table workspace_setting (
    workspace_id uuid primary key,
    reopen_waiting boolean not null,
    reopen_resolved boolean not null,
    version bigint not null,
    changed_at timestamptz not null
);

grant select, insert, update on conversation, reply, workspace_setting to ${runtimeRole};
grant select, insert on conversation_external_id, message to ${runtimeRole};
