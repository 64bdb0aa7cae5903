-- Every word begins with four characters that stand for its workspace, so that an index on words alone reads no other
-- workspace's. (An index that leads with the workspace reads all its tickets at every search.) Two workspaces may have the same
-- four: each row is asked for its workspace all the same.
create function workspace_mark(workspace uuid) returns text language sql immutable strict parallel safe as $$
    select left(encode(decode(md5(workspace::text), 'hex'), 'base64'), 4)
$$;

-- Words with the mark of their workspace; positions and weights stay. No word has a blank in it, so a quote behind one begins a
-- word. What no longer fits is kept to what stands in the beginning.
create function words_in(workspace uuid, words tsvector) returns tsvector language plpgsql immutable strict parallel safe as $$
begin
    return ltrim(replace(' ' || words::text, ' ''', ' ''' || workspace_mark(workspace)))::tsvector;
exception when program_limit_exceeded then
    return words_in(workspace, ts_delete(words, array(
        select lexeme from unnest(words) where octet_length(lexeme) > 40 or positions[1] >= 16383)));
end
$$;

create function words_in(workspace uuid, wanted tsquery) returns tsquery language sql immutable strict parallel safe as $$
    select regexp_replace(wanted::text, '''((?:[^'']|'''')*)''', '''' || workspace_mark(workspace) || '\1''', 'g')::tsquery
$$;

create function ticket_words(workspace uuid, texts text) returns tsvector language plpgsql stable as $$
begin
    return words_in(workspace, to_tsvector('simple', texts));
exception when program_limit_exceeded then
    return words_in(workspace, to_tsvector('simple', left(texts, 60000)));
end
$$;

drop function tickets_titled_like(uuid, text, integer);
drop function walk_for_words(tsquery, integer);
drop index ticket_text_words;
alter table ticket_text alter column words type tsvector using words_in(workspace_id, words);
drop function ticket_words(text);
-- Every search reads the list of pending entries, so it is a short one; without it a ticket would take four times as long.
create index ticket_text_words on ticket_text using gin (words) with (fastupdate = on, gin_pending_list_limit = 512);

-- The words of a workspace's titles, for typing errors; what was once in a title may stay. A word may be there once for each
-- transaction that brought it: a key of the word alone would make transactions wait for one another, and in a circle.
create table title_word (
    workspace_id uuid not null,
    word text collate "C" not null,
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    primary key (workspace_id, word, xid)
);

-- What can be mistyped: three characters in a row that are no digits. References would only fill the table.
create function title_words(title text) returns setof text language sql immutable parallel safe rows 5 as $$
    select w.lexeme from unnest(to_tsvector('simple'::regconfig, title)) w
    where length(w.lexeme) between 4 and 40 and w.lexeme ~ '\D{3}' and w.lexeme !~ '[''\\]'
$$;

insert into title_word (workspace_id, word)
select distinct x.workspace_id, w.word from ticket_text x, title_words(x.title) as w(word);

create index title_word_alike on title_word using gin (workspace_id, word gin_trgm_ops) with (fastupdate = off);

create function keep_title_words() returns trigger language plpgsql as $$
begin
    insert into title_word (workspace_id, word)
    select n.workspace_id, n.word from (
        select distinct x.workspace_id, w.word from titled x, title_words(x.title) as w(word)) n
    where not exists (select from title_word k where k.workspace_id = n.workspace_id and k.word = n.word)
    on conflict do nothing;
    return null;
end
$$;

create function keep_words_of_new_titles() returns trigger language plpgsql as $$
begin
    insert into title_word (workspace_id, word)
    select n.workspace_id, n.word from (
        select distinct x.workspace_id, w.word
        from titled x join untitled o on o.workspace_id = x.workspace_id and o.ticket_id = x.ticket_id and o.title <> x.title,
            title_words(x.title) as w(word)) n
    where not exists (select from title_word k where k.workspace_id = n.workspace_id and k.word = n.word)
    on conflict do nothing;
    return null;
end
$$;

create trigger title_words_of_new after insert on ticket_text referencing new table as titled
    for each statement execute function keep_title_words();
create trigger title_words_of_changed after update on ticket_text referencing old table as untitled new table as titled
    for each statement execute function keep_words_of_new_titles();

-- The first tickets that have the words, in no order, by the index on words and nothing else: the planner would rather read the
-- tickets of a large workspace one by one. Memory, for places that are forgotten are read again. What asks only for words that are not there is no question to that index.
create or replace function tickets_with_words(workspace uuid, wanted tsquery, most integer) returns setof uuid
language sql stable rows 1000 set enable_seqscan = off set work_mem = '16MB' set max_parallel_workers_per_gather = 0 as $$
    select ticket_id from (
        select x.workspace_id, x.ticket_id from ticket_text x where x.words @@ wanted and querytree(wanted) <> 'T' offset 0) y
    where y.workspace_id = workspace
    union all
    select z.ticket_id from ticket_text z
    where querytree(wanted) = 'T' and z.workspace_id = workspace and (z.words @@ wanted) is not false
    limit most
$$;

-- What may have been meant: a word that is in no title is that word, or one of the few in titles that are most like it. Null when
-- there are none. The first statement loads the library, before which its setting is nothing.
create function likely_meant(workspace uuid, wanted tsquery) returns tsquery
language plpgsql stable set enable_seqscan = off as $$
declare
    mark text := workspace_mark(workspace);
    meant tsquery := wanted;
    typed text;
    unfinished text;
    others text;
begin
    perform similarity('', '');
    perform set_config('pg_trgm.word_similarity_threshold', '0.35', true);
    for typed, unfinished in
        select distinct m[1], coalesce(m[2], '') from regexp_matches(wanted::text, '''.{4}([^''\\]{4,40})''(:\*)?', 'g') as m
    loop
        continue when exists (select from title_word k where k.workspace_id = workspace and k.word = typed);
        select string_agg(' | ''' || mark || b.word || '''', '') into others from (
            select a.word, a.alike, max(a.alike) over () as most from (
                select distinct k.word, similarity(k.word, typed) as alike from title_word k
                where k.workspace_id = workspace and k.word %> typed
                order by alike desc, k.word limit 4) a) b
        where b.alike >= 0.7 * b.most;
        if others is not null then
            meant := ts_rewrite(meant, ('''' || mark || typed || '''')::tsquery,
                ('''' || mark || typed || '''' || unfinished || others)::tsquery);
        end if;
    end loop;
    return nullif(meant, wanted);
end
$$;

-- A search begins here: what is asked for, and how it is found. Either the order is to be walked for some tickets in the hope of
-- common words, and ids is null; or ids has those with the words, or most of them, and walk is 0. When nothing has them, what may
-- have been meant is asked for instead.
-- Words are common when more tickets than few seem to have them. Of several words the planner multiplies the shares, by which a
-- phrase is rarer than it is: these are worth a short walk. Volatile, for only then may the planner be asked.
create function search_words(workspace uuid, wanted tsquery, page integer, few integer, most integer,
    out query tsquery, out walk integer, out ids uuid[])
language plpgsql volatile set max_parallel_workers_per_gather = 0 as $$
declare
    plans json;
    having_them float8;
    share float8;
begin
    query := wanted;
    walk := 0;
    ids := '{}';
    while numnode(query) > 0 loop
        execute format('explain (format json) select 1 from ticket_text where words @@ %L::tsquery'
            || ' union all select 1 from ticket_text where workspace_id = %L', query, workspace) into plans;
        plans := plans -> 0 -> 'Plan' -> 'Plans';
        having_them := plans -> 0 ->> 'Plan Rows';
        share := least(1, having_them / (plans -> 1 ->> 'Plan Rows')::float8);
        walk := case when having_them > few then least(20000, 1.7 * page / share)
            when having_them > few / 4 and numnode(query) > 1 then 1500 else 0 end;
        if walk > 0 then
            ids := null;
            return;
        end if;
        ids := array(select tickets_with_words(workspace, query, most));
        exit when ids <> '{}' or query <> wanted;
        query := coalesce(likely_meant(workspace, wanted), wanted);
        exit when query = wanted;
    end loop;
end
$$;

grant select, insert on title_word to ${runtimeRole};
analyze ticket_text;
analyze title_word;
