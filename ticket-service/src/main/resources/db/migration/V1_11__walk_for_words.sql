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
    return case when share >= 0.03 then least(6000, (2.5 * page / share)::integer) else 0 end;
end
$$;
