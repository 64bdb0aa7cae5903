-- What lists by due time narrow by stands beside the clocks, so that they are read from ranges of one index and only the
-- tickets of the page are fetched. Written anew: to fill the columns of all rows would leave twice the table behind. Of a
-- million tickets it takes about twenty seconds, in which nobody writes tickets.
lock table ticket, ticket_sla in share row exclusive mode;
create table ticket_sla_beside as
select s.*, t.status, t.priority, t.assignee_id, t.team_id
from ticket_sla s left join ticket t on t.workspace_id = s.workspace_id and t.id = s.ticket_id;
drop table ticket_sla;
alter table ticket_sla_beside rename to ticket_sla;
alter table ticket_sla
    alter column workspace_id set not null,
    alter column ticket_id set not null,
    alter column sequence set not null,
    alter column state set not null,
    alter column summary set not null,
    add constraint ticket_sla_pkey primary key (workspace_id, ticket_id);
create index ticket_sla_state on ticket_sla (workspace_id, state, next_due_at, ticket_id);
-- A clock that runs has a due time, which few tickets have: these are small.
create index ticket_sla_due on ticket_sla (workspace_id, next_due_at, ticket_id) where next_due_at is not null;
create index ticket_sla_due_of_status on ticket_sla (workspace_id, status, next_due_at, ticket_id)
    where next_due_at is not null;
create index ticket_sla_due_of_team on ticket_sla (workspace_id, team_id, next_due_at, ticket_id)
    where next_due_at is not null;
create index ticket_sla_due_of_assignee on ticket_sla (workspace_id, assignee_id, next_due_at, ticket_id)
    where next_due_at is not null;
create index ticket_sla_late_of_assignee on ticket_sla (workspace_id, assignee_id, state, ticket_id)
    where state in ('at_risk', 'breached');
create index ticket_sla_late on ticket_sla (workspace_id, ticket_id, state) where state in ('at_risk', 'breached');
grant select, insert, update on ticket_sla to ${runtimeRole};
analyze ticket_sla;

-- By trigger, because many statements write tickets and none may forget it. Who changes a ticket always comes to its row
-- here, and who changes its clocks leaves these columns alone, so neither overwrites the other.
create function keep_ticket_beside_clocks() returns trigger language plpgsql as $$
begin
    update ticket_sla s set status = new.status, priority = new.priority, assignee_id = new.assignee_id, team_id = new.team_id
    where s.workspace_id = new.workspace_id and s.ticket_id = new.id;
    return null;
end
$$;

create trigger ticket_beside_clocks after update of status, priority, assignee_id, team_id on ticket
    for each row when ((old.status, old.priority, old.assignee_id, old.team_id)
        is distinct from (new.status, new.priority, new.assignee_id, new.team_id))
    execute function keep_ticket_beside_clocks();

create function find_ticket_beside_clocks() returns trigger language plpgsql as $$
begin
    select t.status, t.priority, t.assignee_id, t.team_id into new.status, new.priority, new.assignee_id, new.team_id
    from ticket t where t.workspace_id = new.workspace_id and t.id = new.ticket_id;
    return new;
end
$$;

create trigger ticket_sla_of_ticket before insert on ticket_sla
    for each row when (new.status is null) execute function find_ticket_beside_clocks();
