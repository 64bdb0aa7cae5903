-- Copies of one ticket with running clocks, so many that a million clocks run, as a large desk's would: every fact, clock and
-- row of it, begun at different moments of the last hour. By hand, of a ticket that the service knows:
--   psql "$DATABASE" -v workspace="'019ab3f0-…'" -v ticket="'019ab3f1-…'" -v copies=500000 -f million-clocks.sql
-- The benchmark puts the three in place itself.
create temporary table copy as
select n, gen_random_uuid() as id, n % 3600 * interval '1 second' + n / 3600 * interval '7 milliseconds' as earlier
from generate_series(1, :copies) as n;

insert into ticket (workspace_id, ticket_id, partition, judged_sequence, told_sequence, policy_id, policy_version, next_mark_at,
  begun_revision, terms_revision, status, priority, team_id, assignee_id, circumstances)
select t.workspace_id, c.id, c.n % 12, t.judged_sequence, t.told_sequence, t.policy_id, t.policy_version,
  t.next_mark_at - c.earlier, t.begun_revision, t.terms_revision, t.status, t.priority, t.team_id, t.assignee_id, t.circumstances
from ticket t cross join copy c where t.workspace_id = :workspace and t.ticket_id = :ticket;

insert into ticket_fact (workspace_id, ticket_id, sequence, kind, at, actor, change_id, change_last, backfill, event_id,
  correlation_id, trace_parent, data)
select f.workspace_id, c.id, f.sequence, f.kind, f.at - c.earlier, f.actor, f.change_id, f.change_last, f.backfill,
  gen_random_uuid(), f.correlation_id, f.trace_parent, f.data
from ticket_fact f cross join copy c where f.workspace_id = :workspace and f.ticket_id = :ticket;

insert into clock (workspace_id, ticket_id, metric, cycle, terms_revision, policy_id, policy_version, calendar_id,
  calendar_version, target_ms, counted_ms, as_of, progress, stopped_at, ending, started_at, due_at, breached_at, marks)
select k.workspace_id, c.id, k.metric, k.cycle, k.terms_revision, k.policy_id, k.policy_version, k.calendar_id,
  k.calendar_version, k.target_ms, k.counted_ms, k.as_of - c.earlier, k.progress, k.stopped_at, k.ending,
  k.started_at - c.earlier, k.due_at - c.earlier, k.breached_at, k.marks
from clock k cross join copy c where k.workspace_id = :workspace and k.ticket_id = :ticket;

vacuum analyze ticket, ticket_fact, clock;
