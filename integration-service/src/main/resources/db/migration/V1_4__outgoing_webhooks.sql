create table hook_endpoint (
    workspace_id uuid not null,
    id uuid not null,
    url text not null,
    description text not null,
    -- Empty: whatever happens.
    event_types text[] not null,
    enabled boolean not null,
    -- Start of the first attempt that failed since the last success; null while the endpoint works.
    failing_since timestamptz,
    shut_at timestamptz,
    shut_reason text,
    -- The signing secret and its predecessors, sealed by the service before they come here.
    secrets bytea not null,
    secret_changed_at timestamptz not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id)
);

-- What is sent, once for all endpoints it goes to.
create table hook_message (
    workspace_id uuid not null,
    -- The id of the event.
    id uuid not null,
    type text not null,
    body text not null,
    created_at timestamptz not null,
    primary key (workspace_id, id)
);
create index hook_message_age on hook_message using brin (created_at);

create table hook_delivery (
    workspace_id uuid not null,
    endpoint_id uuid not null,
    message_id uuid not null,
    type text not null,
    state text not null check (state in ('pending', 'delivered', 'failed')),
    attempts integer not null,
    next_attempt_at timestamptz,
    lease uuid,
    first_attempt_at timestamptz,
    last_attempt jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, endpoint_id, message_id),
    check ((state = 'pending') = (next_attempt_at is not null))
);
create index hook_delivery_log on hook_delivery (workspace_id, endpoint_id, created_at, message_id);
create index hook_delivery_log_by_state on hook_delivery (workspace_id, endpoint_id, state, created_at, message_id);
-- The queue of each endpoint, and how many of its deliveries are being attempted.
create index hook_delivery_waiting on hook_delivery (workspace_id, endpoint_id, next_attempt_at) where state = 'pending';
create index hook_delivery_under_way on hook_delivery (workspace_id, endpoint_id) where lease is not null;
create index hook_delivery_due on hook_delivery (next_attempt_at) where state = 'pending';
create index hook_delivery_age on hook_delivery using brin (created_at);

-- Endpoints that were removed and whose log is still to be removed.
create table hook_leftover (
    workspace_id uuid not null,
    endpoint_id uuid not null,
    primary key (workspace_id, endpoint_id)
);

grant select, insert, update, delete on hook_endpoint, hook_message, hook_delivery, hook_leftover to ${runtimeRole};
