alter table delivery
    add column payload jsonb not null default '{}',
    -- Where it stands among those of its subject; counted by the database, so replicas' clocks do not matter.
    add column position bigint generated always as identity,
    drop constraint delivery_operation_check,
    add constraint delivery_operation_check check (operation in (
        'create_issue', 'set_state', 'add_comment', 'refresh', 'attach', 'post_thread', 'post_update'));

-- One issue and one thread a subject, however often they are asked for; all else may be wanted many times.
drop index delivery_once_a_subject_and_operation;
create unique index delivery_once_a_subject on delivery (workspace_id, subject, operation)
    where operation in ('create_issue', 'post_thread');

-- Whether something older of the same subject is still to be done.
create index delivery_in_order on delivery (workspace_id, subject, position) where state in ('held', 'ready');
