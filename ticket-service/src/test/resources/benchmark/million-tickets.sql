-- A million tickets in one workspace, as a support team of some years would have them. By hand:
--   psql "$DATABASE" -v workspace="'019ab3f0-0000-7000-8000-000000000001'" -f million-tickets.sql
-- The benchmark puts the workspace in place of :workspace itself.
create function pg_temp.any_of(n bigint, trait text, count integer) returns integer language sql immutable as $$
  select 1 + (hashtextextended(trait || n, 0) & 2147483647)::int % count $$;

insert into agent (workspace_id, id, name, active, team_ids, limited_to_teams, version, created_at)
select :workspace, md5('agent' || n)::uuid, 'Agent ' || n, true, '{}', false, 1, now() from generate_series(1, 200) as n;

insert into team (workspace_id, id, name, name_key, archived, version, created_at)
select :workspace, md5('team' || n)::uuid, 'Team ' || n, 'team ' || n, false, 1, now() from generate_series(1, 20) as n;

insert into custom_field (workspace_id, key, label, type, required, options, archived, version, created_at)
select :workspace, key, key, 'text', false, '{}', false, 1, now() from unnest(array['vendor_ticket_id', 'region']) as key;

-- Row by row the triggers would take as long as all the rest; their work is done for all at once below.
alter table ticket disable trigger ticket_fields_of_new;
alter table ticket disable trigger ticket_tags_of_new;

-- Ids are UUIDv7, as the service makes them. What is not solved is mostly of the last year, and a ticket is changed for some
-- days after it was opened: what lists read together was mostly written together.
insert into ticket (workspace_id, id, number, title, description, status, priority, assignee_id, team_id, tags, contact_ids,
  conversation_ids, custom_fields, source, version, created_at, updated_at)
select :workspace,
  (lpad(to_hex((extract(epoch from opened) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
    || substr(md5(n::text), 4, 15))::uuid, n,
  (array['Checkout', 'Login', 'Invoice', 'Printer', 'Export', 'Webhook', 'Dashboard', 'Delivery', 'Refund', 'Calendar'])[pg_temp.any_of(n, 'thing', 10)]
    || ' ' || (array['fails', 'is slow', 'is blank', 'cannot be changed', 'shows an error', 'is missing'])[pg_temp.any_of(n, 'trouble', 6)]
    || ' for customer ' || n % 50000,
  'Reported by account ' || n % 20000 || ', reference ' || md5(n::text) || '. It happened after the update of version '
    || n % 300 || ' and concerns item' || n % 997 || ' word' || pg_temp.any_of(n, 'word', 7919),
  case when n <= 600000 and pg_temp.any_of(n, 'age', 50) > 1 then 'closed'
    when pg_temp.any_of(n, 'status', 100) <= 15 then 'open' when pg_temp.any_of(n, 'status', 100) <= 25 then 'in_progress'
    when pg_temp.any_of(n, 'status', 100) <= 35 then 'waiting' when pg_temp.any_of(n, 'status', 100) <= 50 then 'resolved'
    else 'closed' end,
  pg_temp.any_of(n, 'priority', 4), case when n % 7 = 0 then null else md5('agent' || pg_temp.any_of(n, 'agent', 200))::uuid end,
  md5('team' || pg_temp.any_of(n, 'team', 20))::uuid,
  array['tag' || pg_temp.any_of(n, 'tag', 200), 'area' || pg_temp.any_of(n, 'area', 40)], array[md5('contact' || n % 100000)::uuid], '{}',
  jsonb_build_object('vendor_ticket_id', 'V-' || n % 200000, 'region', (array['emea', 'apac', 'amer'])[1 + n % 3]),
  case when n % 50 = 0 then 'manual' when n % 3 = 0 then 'import' else 'api' end, 1 + n % 9,
  opened, least(opened - ln(pg_temp.any_of(n, 'lag', 1000) / 1001.0) * interval '5 days',
    timestamptz '2026-11-27' - pg_temp.any_of(n, 'last', 1000) * interval '1 minute')
from generate_series(1, 1000000::bigint) as n,
  lateral (select timestamptz '2026-11-26' - (1000000 - n) * interval '90 seconds' as opened) o;

alter table ticket enable trigger ticket_fields_of_new;
alter table ticket enable trigger ticket_tags_of_new;

insert into ticket_tag (workspace_id, tag, updated_at, ticket_id)
select workspace_id, tag, updated_at, id from ticket, unnest(tags) as tag where workspace_id = :workspace;

insert into ticket_field (workspace_id, ticket_id, field, num, txt)
select workspace_id, id, e.key, 0, sorted_text(e.value #>> '{}') from ticket, jsonb_each(custom_fields) e where workspace_id = :workspace;

insert into ticket_text (workspace_id, ticket_id, title, words)
select workspace_id, id, title, ticket_words(workspace_id, concat_ws(' ', title, description)) from ticket where workspace_id = :workspace;

insert into ticket_sla (workspace_id, ticket_id, status, priority, assignee_id, team_id, sequence, state, next_due_at, summary)
select workspace_id, id, status, priority, assignee_id, team_id, 1,
  case when status in ('open', 'in_progress') then (array['ok', 'ok', 'ok', 'at_risk', 'breached'])[1 + number % 5]
    when status = 'waiting' then 'paused' else 'met' end,
  case when status in ('open', 'in_progress') then updated_at + interval '8 hours' end,
  jsonb_build_object('state', 'ok', 'nextDueAt', case when status in ('open', 'in_progress')
    then to_char((updated_at + interval '8 hours') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end,
    'firstResponse', null, 'resolution', null)
from ticket where workspace_id = :workspace;

vacuum analyze ticket, ticket_text, ticket_sla, ticket_field, ticket_tag;
