-- What is due soon, what was missed and what ended in a period, each along its time.
create index clock_due_at on clock (workspace_id, due_at, ticket_id, metric, cycle)
    where due_at is not null and breached_at is null;
create index clock_breached_at on clock (workspace_id, breached_at, ticket_id, metric, cycle)
    where breached_at is not null;
create index clock_stopped_at on clock (workspace_id, stopped_at)
    where progress = 'stopped';
