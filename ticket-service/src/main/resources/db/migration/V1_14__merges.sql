-- Merges that were carried out, with what it takes to undo them. Merging as a process is merge-service's.
create table ticket_merge (
    workspace_id uuid not null,
    id uuid not null,
    destination_id uuid not null,
    merged_at timestamptz not null,
    undone_at timestamptz,
    primary key (workspace_id, id)
);

create table merge_source (
    workspace_id uuid not null,
    merge_id uuid not null,
    source_id uuid not null,
    position integer not null,
    previous_status text not null,
    resolved_at timestamptz,
    closed_at timestamptz,
    primary key (workspace_id, merge_id, source_id)
);
create index merge_source_of_ticket on merge_source (workspace_id, source_id, merge_id);

-- What goes back by the undo if it is still there: notes and conversations.
create table merge_item (
    workspace_id uuid not null,
    merge_id uuid not null,
    -- conversation, note
    kind text not null,
    item_id uuid not null,
    source_id uuid not null,
    position integer not null,
    -- of a conversation: when an agent first replied in it since
    answered_at timestamptz,
    primary key (workspace_id, merge_id, kind, item_id)
);
create index merge_item_conversation on merge_item (workspace_id, item_id) where kind = 'conversation';

-- Who brought a tag or contact. What has no row is the ticket's own.
create table merge_grant (
    workspace_id uuid not null,
    ticket_id uuid not null,
    -- tag, contact
    kind text not null,
    value text not null,
    merge_id uuid not null,
    source_id uuid not null,
    primary key (workspace_id, ticket_id, kind, value, merge_id, source_id)
);

-- All tickets that are merged into another right now, over any number of merges in a chain.
create table merged_ticket (
    workspace_id uuid not null,
    destination_id uuid not null,
    source_id uuid not null,
    primary key (workspace_id, destination_id, source_id)
);
create index merged_ticket_of_source on merged_ticket (workspace_id, source_id, destination_id);

-- Whether the clocks of a destination count from the opening of a source, if that was earlier.
alter table workspace_setting add column merge_takes_earlier_start boolean not null default false;

grant select, insert, update on ticket_merge to ${runtimeRole};
grant select, insert on merge_source to ${runtimeRole};
grant select, insert, update, delete on merge_item to ${runtimeRole};
grant select, insert, delete on merge_grant, merged_ticket to ${runtimeRole};
grant update on conversation_link to ${runtimeRole};
