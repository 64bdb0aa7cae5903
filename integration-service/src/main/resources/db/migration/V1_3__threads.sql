create table thread (
    workspace_id uuid not null,
    id uuid not null,
    ticket_id uuid not null,
    connection_id uuid not null,
    channel text not null,
    -- The vendor's id of the first message, which is the thread's.
    message text,
    state text not null check (state in ('requested', 'opening', 'open', 'failed', 'rejected')),
    command uuid not null,
    card jsonb,
    problem jsonb,
    -- The tickets this one went into by merging, one after the other.
    merged uuid[] not null,
    requested_by text not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id)
);
create unique index thread_once_a_ticket_and_connection on thread (workspace_id, ticket_id, connection_id);
create unique index thread_by_message on thread (workspace_id, connection_id, channel, message) where message is not null;
create index thread_by_merged on thread using gin (merged) where merged <> '{}';

alter table delivery
    drop constraint delivery_operation_check,
    add constraint delivery_operation_check check (operation in (
        'create_issue', 'set_state', 'add_comment', 'refresh', 'attach', 'post_thread', 'post_update', 'take_reply'));

grant select, insert, update, delete on thread to ${runtimeRole};
