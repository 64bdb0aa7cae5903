-- How many tickets of a list are worth asking one by one for words before these are looked up: some more than a page should
-- take by what is known of the words, and none where they are rare. Looking up a word that every tenth of a million tickets has
-- takes ten times as long as walking past five hundred. Volatile, for only then may it ask the planner.
create function walk_for_words(wanted tsquery, page integer) returns integer language plpgsql volatile as $$
declare
    plan json;
    share float8;
begin
    execute format('explain (format json) select 1 from ticket_text where words @@ %L::tsquery', wanted) into plan;
    select (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 / nullif(reltuples, 0) into share
    from pg_class where oid = 'ticket_text'::regclass;
    return case when share >= 0.012 then least(8000, (1.7 * page / share)::integer) else 0 end;
end
$$;

-- As before, of fewer candidates, and the words are taken apart once and not for each of them.
create or replace function tickets_titled_like(workspace uuid, wanted text, most integer) returns setof uuid
language plpgsql stable rows 50 set enable_seqscan = off as $$
declare
    words text[] := array(select word from regexp_split_to_table(wanted, '\W+') word where length(word) > 2);
begin
    perform similarity('', '');
    perform set_config('pg_trgm.word_similarity_threshold', '0.35', true);
    return query select c.ticket_id from (
        select x.ticket_id, x.title from ticket_text x where x.workspace_id = workspace and wanted <% x.title limit 400) c
    where not exists (select 1 from unnest(words) word where word_similarity(word, c.title) < 0.35)
    order by word_similarity(wanted, c.title) desc, c.ticket_id limit most;
end
$$;
