-- A million entries in one workspace's log, a month of a large desk: 33,000 a day, each with its true hash (README, "The
-- hashes"), and a checkpoint every thousand. By hand, as the owner of the database, in some minutes:
--   psql "$DATABASE" -v workspace="'019ab3f0-0000-7000-8000-000000000001'" -f million-entries.sql
-- The benchmark puts the workspace in place of :workspace itself.
create function pg_temp.any_of(n bigint, trait text, count integer) returns integer language sql immutable as $$
  select 1 + (hashtextextended(trait || n, 0) & 2147483647)::int % count $$;

create function pg_temp.field(bytes bytea) returns bytea language sql immutable as $$
  select case when bytes is null then '\xffffffff'::bytea else int4send(length(bytes)) || bytes end $$;

create function pg_temp.instant(at timestamptz) returns bytea language sql immutable as $$
  select int8send(floor(extract(epoch from at))::bigint)
    || int4send(((extract(microseconds from at)::bigint % 1000000) * 1000)::int) $$;

-- psql puts nothing into the text of a block
create temp table desk as select :workspace::uuid as workspace;

create temp table facts as
select n as sequence, gen_random_uuid() as id, md5('ticket' || pg_temp.any_of(n, 'ticket', 100000))::uuid as ticket_id,
  case w.service when 'sla-service' then (array['clock_started', 'clock_paused', 'clock_resumed', 'clock_met'])[pg_temp.any_of(n, 'k', 4)]
    when 'integration-service' then 'external_status_changed' when 'merge-service' then 'completed'
    else (array['created', 'status_changed', 'assigned', 'tags_changed', 'note_added', 'customer_message_received', 'agent_replied',
      'priority_changed', 'title_changed', 'merged'])[pg_temp.any_of(n, 'k', 10)] end as kind,
  case w.service when 'ticket-service' then
      case when n % 5 = 0 then 'automation:' || pg_temp.any_of(n, 'rule', 20) else 'agent:' || md5('agent' || pg_temp.any_of(n, 'agent', 200)) end
    else 'system:' || w.service end as actor,
  w.service,
  timestamptz '2026-11-28' - (1000000 - n) * interval '2592 milliseconds' as at,
  case when w.service = 'merge-service' then md5('merge' || n / 100)::uuid end as merge_id,
  md5('request' || n / 3) as correlation_id,
  '{"after":"' || md5('a' || n) || '","before":"' || md5('b' || n) || '","details":{"body":"' || repeat(md5('c' || n), 6)
    || '"},"origin":{"backfill":false,"causationId":null,"changeId":null,"sequence":' || n % 40 || '}}' as payload,
  sha256(int8send(n)) as salt
from generate_series(1, 1000000::bigint) as n,
  lateral (select case when n % 100 < 55 then 'ticket-service' when n % 100 < 97 then 'sla-service'
    when n % 100 < 99 then 'integration-service' else 'merge-service' end as service) w;

-- Each hash needs the one before, so the chain is walked once.
create temp table sealed (sequence bigint, previous_hash bytea, hash bytea, payload_hash bytea);
do $walk$
declare
  desk bytea := (select uuid_send(workspace) from desk);
  f record;
  head bytea := decode(repeat('00', 32), 'hex');
  before bytea;
  content bytea;
begin
  for f in select * from facts order by sequence loop
    before := head;
    content := sha256(f.salt || convert_to(f.payload, 'UTF8'));
    head := sha256(pg_temp.field(convert_to('omniflow-audit-entry-1', 'UTF8')) || pg_temp.field(desk)
      || pg_temp.field(int8send(f.sequence)) || pg_temp.field(uuid_send(f.id)) || pg_temp.field(uuid_send(f.ticket_id))
      || pg_temp.field(convert_to(f.kind, 'UTF8')) || pg_temp.field(convert_to(f.actor, 'UTF8'))
      || pg_temp.field(pg_temp.instant(f.at)) || pg_temp.field(pg_temp.instant(f.at))
      || pg_temp.field(convert_to(f.service, 'UTF8')) || pg_temp.field(uuid_send(f.merge_id))
      || pg_temp.field(convert_to(f.correlation_id, 'UTF8')) || pg_temp.field(content) || pg_temp.field(before));
    insert into sealed values (f.sequence, before, head, content);
  end loop;
end
$walk$;

insert into audit_entry (workspace_id, sequence, id, ticket_id, kind, actor, at, recorded_at, service, merge_id, correlation_id,
  payload, salt, payload_hash, previous_hash, hash)
select :workspace, f.sequence, id, ticket_id, kind, actor, at, at, service, merge_id, correlation_id, payload, salt, payload_hash,
  previous_hash, hash
from facts f join sealed s on s.sequence = f.sequence order by f.sequence;

insert into audit_checkpoint (workspace_id, sequence, hash, taken_at)
select workspace_id, sequence, hash, recorded_at from audit_entry where workspace_id = :workspace and sequence % 1000 = 0;

insert into audit_chain (workspace_id, sequence, hash, unproven, proven_on)
select workspace_id, sequence, hash, 0, '2026-11-28' from audit_entry where workspace_id = :workspace and sequence = 1000000;

vacuum analyze audit_entry;

vacuum analyze audit_mention;

vacuum analyze audit_checkpoint;
