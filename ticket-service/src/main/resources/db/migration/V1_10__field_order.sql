-- Values that lists are sorted by: numbers, and booleans as 0 and 1, in num; texts, dates and options in txt. A list of options
-- has no order.
create table ticket_field (
    workspace_id uuid not null,
    ticket_id uuid not null,
    field text collate "C" not null,
    num numeric not null,
    txt text collate "C" not null,
    primary key (workspace_id, ticket_id, field)
);
create index ticket_field_order on ticket_field (workspace_id, field, num, txt, ticket_id);

create function sorted_text(value text) returns text language sql immutable as $$
    select lower(left(value, 200))
$$;

-- By trigger, because many statements write tickets and none may forget it; it runs only where values change.
create function keep_ticket_fields() returns trigger language plpgsql as $$
begin
    delete from ticket_field f
    where f.workspace_id = new.workspace_id and f.ticket_id = new.id and not new.custom_fields ? f.field;
    insert into ticket_field as f (workspace_id, ticket_id, field, num, txt)
    select new.workspace_id, new.id, e.key,
        case jsonb_typeof(e.value) when 'number' then e.value::numeric when 'boolean' then e.value::boolean::int else 0 end,
        case jsonb_typeof(e.value) when 'string' then sorted_text(e.value #>> '{}') else '' end
    from jsonb_each(new.custom_fields) e
    where jsonb_typeof(e.value) in ('string', 'number', 'boolean')
    on conflict (workspace_id, ticket_id, field) do update set num = excluded.num, txt = excluded.txt
    where (f.num, f.txt) is distinct from (excluded.num, excluded.txt);
    return null;
end
$$;

create trigger ticket_fields_of_new after insert on ticket
    for each row when (new.custom_fields <> '{}') execute function keep_ticket_fields();
create trigger ticket_fields_of_changed after update of custom_fields on ticket
    for each row when (old.custom_fields is distinct from new.custom_fields) execute function keep_ticket_fields();

grant select, insert, update, delete on ticket_field to ${runtimeRole};

insert into ticket_field (workspace_id, ticket_id, field, num, txt)
select t.workspace_id, t.id, e.key,
    case jsonb_typeof(e.value) when 'number' then e.value::numeric when 'boolean' then e.value::boolean::int else 0 end,
    case jsonb_typeof(e.value) when 'string' then sorted_text(e.value #>> '{}') else '' end
from ticket t, jsonb_each(t.custom_fields) e
where jsonb_typeof(e.value) in ('string', 'number', 'boolean');
