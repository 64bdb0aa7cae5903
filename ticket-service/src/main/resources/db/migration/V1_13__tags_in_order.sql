-- The tags of tickets in the order of the last change, so that the first page of a tag is read as such. A GIN index finds a
-- tag's tickets, but intersects them with all of the workspace first and knows no order.
create table ticket_tag (
    workspace_id uuid not null,
    tag text collate "C" not null,
    updated_at timestamptz not null,
    ticket_id uuid not null,
    primary key (workspace_id, tag, updated_at, ticket_id)
);

-- By trigger, because many statements write tickets and none may forget it.
create function keep_ticket_tags() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.tags = new.tags then
            update ticket_tag g set updated_at = new.updated_at
            where g.workspace_id = new.workspace_id and g.tag = any(new.tags) and g.updated_at = old.updated_at
                and g.ticket_id = new.id;
            return null;
        end if;
        delete from ticket_tag g
        where g.workspace_id = new.workspace_id and g.tag = any(old.tags) and g.updated_at = old.updated_at
            and g.ticket_id = new.id;
    end if;
    insert into ticket_tag (workspace_id, tag, updated_at, ticket_id)
    select new.workspace_id, tag, new.updated_at, new.id from unnest(new.tags) as tag;
    return null;
end
$$;

create trigger ticket_tags_of_new after insert on ticket
    for each row when (new.tags <> '{}') execute function keep_ticket_tags();
create trigger ticket_tags_of_changed after update of tags, updated_at on ticket
    for each row when ((old.tags <> '{}' or new.tags <> '{}')
        and (old.updated_at <> new.updated_at or old.tags <> new.tags))
    execute function keep_ticket_tags();

grant select, insert, update, delete on ticket_tag to ${runtimeRole};

insert into ticket_tag (workspace_id, tag, updated_at, ticket_id)
select t.workspace_id, tag, t.updated_at, t.id from ticket t, unnest(t.tags) as tag;

drop index ticket_tags;

-- The oldest of what is not solved yet, among many that are.
create index ticket_unsolved on ticket (workspace_id, created_at, id) where status in ('open', 'in_progress', 'waiting');
