create table ticket (
    workspace_id uuid not null,
    id uuid not null,
    version bigint not null,
    primary key (workspace_id, id)
);
grant select, insert, update on ticket to ${runtimeRole};

-- No key on event_id: an effect that comes twice must show.
create table note (
    position bigint generated always as identity primary key,
    ticket_id uuid not null,
    event_id uuid not null,
    body text not null
);
create index note_of_ticket on note (ticket_id);
grant select, insert on note to ${runtimeRole};
