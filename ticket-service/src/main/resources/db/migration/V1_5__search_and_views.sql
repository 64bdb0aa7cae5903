create extension if not exists pg_trgm;

-- What a ticket is found by: title, description and notes. Kept in the statements that write tickets and notes.
create table ticket_text (
    workspace_id uuid not null,
    ticket_id uuid not null,
    title text not null,
    words tsvector not null,
    primary key (workspace_id, ticket_id)
);

-- A text of more different words than a tsvector holds (1 MB) is found by its beginning.
create function ticket_words(texts text) returns tsvector language plpgsql stable as $$
begin
    return to_tsvector('simple', texts);
exception when program_limit_exceeded then
    return to_tsvector('simple', left(texts, 60000));
end
$$;

insert into ticket_text (workspace_id, ticket_id, title, words)
select t.workspace_id, t.id, t.title, ticket_words(concat_ws(' ', t.title, t.description, (
    select string_agg(n.body, ' ' order by n.id) from note n where n.workspace_id = t.workspace_id and n.ticket_id = t.id)))
from ticket t;

create index ticket_text_words on ticket_text using gin (workspace_id, words);
-- Titles only: trigrams of the whole text would be many times the size of the words.
create index ticket_text_title on ticket_text using gin (workspace_id, title gin_trgm_ops);

-- The first tickets that have the words, in no order. Never by reading the whole table: common words may stand in it, but
-- those of this workspace at its end.
create function tickets_with_words(workspace uuid, wanted tsquery, most integer) returns setof uuid
language sql stable rows 1000 set enable_seqscan = off as $$
    select x.ticket_id from ticket_text x where x.workspace_id = workspace and x.words @@ wanted limit most
$$;

-- Tickets whose title has something like each of the given words, for typing errors; out of the first that have, for any of a
-- hundred thousand would do. The first statement loads the library, before which its setting is nothing.
create function tickets_titled_like(workspace uuid, wanted text, most integer) returns setof uuid
language plpgsql stable rows 50 set enable_seqscan = off as $$
begin
    perform similarity('', '');
    perform set_config('pg_trgm.word_similarity_threshold', '0.35', true);
    return query select c.ticket_id from (
        select x.ticket_id, x.title from ticket_text x where x.workspace_id = workspace and wanted <% x.title limit 1000) c
    where not exists (select 1 from regexp_split_to_table(wanted, '\W+') word
      where length(word) > 2 and word_similarity(word, c.title) < 0.35)
    order by word_similarity(wanted, c.title) desc, c.ticket_id limit most;
end
$$;

-- Tickets whose title as a whole is like another one.
create function tickets_titled_alike(workspace uuid, other text, most integer) returns setof uuid
language plpgsql stable rows 50 set enable_seqscan = off as $$
begin
    perform similarity('', '');
    perform set_config('pg_trgm.similarity_threshold', '0.3', true);
    return query select c.ticket_id from (
        select x.ticket_id, x.title from ticket_text x where x.workspace_id = workspace and x.title % other limit 1000) c
    order by similarity(c.title, other) desc, c.ticket_id limit most;
end
$$;

-- The work of an agent or a team is a small part of all that was ever assigned to them.
create index ticket_unsolved_of_assignee on ticket (workspace_id, assignee_id, priority, id)
    where status in ('open', 'in_progress', 'waiting');
create index ticket_unsolved_of_team on ticket (workspace_id, team_id, priority, id)
    where status in ('open', 'in_progress', 'waiting');

-- Every ticket has its row from its first statement on, so that lists by due time need no other place to look.
insert into ticket_sla (workspace_id, ticket_id, sequence, state, next_due_at, summary)
select workspace_id, id, 0, 'none', null, '{"state":"none","nextDueAt":null,"firstResponse":null,"resolution":null}'
from ticket on conflict do nothing;

-- Lists by due time of some states alone.
drop index ticket_sla_state;
create index ticket_sla_state on ticket_sla (workspace_id, state, next_due_at, ticket_id);

-- A saved list. Of a private one the owner is the caller's subject; filter is the list's parameters.
create table ticket_view (
    workspace_id uuid not null,
    id uuid not null,
    name text not null,
    scope text not null,
    team_id uuid,
    owner_subject text not null,
    filter jsonb not null,
    sort text not null,
    columns text[] not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (workspace_id, id)
);

-- What the live streams read, for an hour. Read in the order of (xid, position) and only below the oldest open transaction:
-- positions alone would lose those of a transaction that commits late.
create table ticket_change (
    workspace_id uuid not null,
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    position bigint generated always as identity,
    ticket_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, xid, position)
);
create index ticket_change_at on ticket_change (at);

grant select, insert, update on ticket_text to ${runtimeRole};
grant select, insert, update, delete on ticket_view to ${runtimeRole};
grant select, insert, delete on ticket_change to ${runtimeRole};
