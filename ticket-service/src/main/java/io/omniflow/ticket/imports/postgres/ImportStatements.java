package io.omniflow.ticket.imports.postgres;

/** The SQL of imports. $1 is the workspace and $2 the import wherever both matter. */
final class ImportStatements {
    private static final String COLUMNS = "workspace_id, id, state, actor, correlation_id, lines, created, changed,"
            + " unchanged, refused, facts, created_at, finished_at";

    /** Of the imports in {@code old}. */
    private static final String REMOVE_REST = """
            lines as (
              delete from import_line l using old where l.workspace_id = old.workspace_id and l.import_id = old.id)
            delete from import_problem p using old where p.workspace_id = old.workspace_id and p.import_id = old.id
            """;

    final String begin = "insert into import_job (workspace_id, id, state, actor, correlation_id)"
            + " values ($1, $2, 'staging', $3, $4)";

    /** The weight: each entry becomes a fact, which tells the state of the ticket again. */
    final String stage = """
            with job as (
              update import_job set lines = lines + $5, refused = refused + jsonb_array_length($4::jsonb),
                touched_at = clock_timestamp()
              where workspace_id = $1 and id = $2 and state = 'staging' returning id),
            readable as (
              insert into import_line (workspace_id, import_id, external_id, ordinal, body, entries, weight)
              select $1, id, external_id, ordinal, body, jsonb_array_length(body -> 'entries'),
                pg_column_size(body) + jsonb_array_length(body -> 'entries')::bigint * pg_column_size(body - 'entries')
              from job, jsonb_to_recordset($3::jsonb) as r(external_id text, ordinal bigint, body jsonb))
            insert into import_problem (workspace_id, import_id, ordinal, detail)
            select $1, id, ordinal, detail from job, jsonb_to_recordset($4::jsonb) as r(ordinal bigint, detail text)
            """;

    final String staged =
            "update import_job set state = 'running' where workspace_id = $1 and id = $2 and state = 'staging'";

    final String abandon = """
            with old as (
              delete from import_job where workspace_id = $1 and id = $2 and state = 'staging' returning workspace_id, id),
            """ + REMOVE_REST;

    /** The key is the kit's: it is kept for a call that succeeds, which a call whose body came to nothing did not. */
    final String release = """
            with old as (
              delete from import_job where workspace_id = $1 and id = $2 and state = 'staging'
                and touched_at < clock_timestamp() - interval '1 minute'
              returning workspace_id, id),
            lines as (
              delete from import_line l using old where l.workspace_id = old.workspace_id and l.import_id = old.id),
            problems as (
              delete from import_problem p using old where p.workspace_id = old.workspace_id and p.import_id = old.id)
            delete from idempotency_key where workspace_id = $1 and operation = $3 and key = $4
              and (exists (select from old)
                or not exists (select from import_job where workspace_id = $1 and id = $2))
            """;

    final String find = "select " + COLUMNS + """
            , coalesce((select jsonb_agg(jsonb_build_object(
                  'line', p.ordinal, 'externalId', p.external_id, 'detail', p.detail) order by p.ordinal)
                from (select * from import_problem p where p.workspace_id = $1 and p.import_id = $2
                      order by p.ordinal limit 100) p), '[]'::jsonb) as problems
            from import_job where workspace_id = $1 and id = $2
            """;

    /** A work queue of the service itself: read across workspaces. */
    final String next = "select " + COLUMNS + ", '[]'::jsonb as problems from import_job where state = 'running'"
            + " and not (id = any($1::uuid[])) order by created_at limit 1 for update skip locked";

    final String pending = """
            select external_id, sum(entries)::bigint as entries, sum(weight)::bigint as weight from import_line
            where workspace_id = $1 and import_id = $2 group by external_id order by external_id limit $3
            """;

    final String take = """
            select body from import_line where workspace_id = $1 and import_id = $2 and external_id = any($3::text[])
            order by external_id, ordinal
            """;

    final String entries = """
            select e.ticket_id, e.fingerprint from unnest($2::uuid[], $3::text[]) as told(ticket_id, fingerprint)
            join imported_entry e on e.workspace_id = $1 and e.ticket_id = told.ticket_id
              and e.fingerprint = told.fingerprint
            """;

    /** A ticket that is left out is told by its first line. */
    final String advance = """
            with taken as (
              delete from import_line where workspace_id = $1 and import_id = $2 and external_id = any($7::text[])
              returning external_id, ordinal),
            refused as (
              insert into import_problem (workspace_id, import_id, ordinal, external_id, detail)
              select $1, $2, min(t.ordinal), r.external_id, r.detail
              from jsonb_to_recordset($8::jsonb) as r(external_id text, detail text)
              join taken t on t.external_id = r.external_id group by r.external_id, r.detail),
            remembered as (
              insert into imported_entry (workspace_id, ticket_id, fingerprint)
              select $1, ticket_id, fingerprint
              from jsonb_to_recordset($9::jsonb) as r(ticket_id uuid, fingerprint text) on conflict do nothing)
            update import_job set created = created + $3, changed = changed + $4, unchanged = unchanged + $5,
              facts = facts + $6, refused = refused + jsonb_array_length($8::jsonb)
            where workspace_id = $1 and id = $2
            """;

    final String finish = "update import_job set state = 'completed', finished_at = clock_timestamp()"
            + " where workspace_id = $1 and id = $2";

    final String sweep = """
            with old as (
              delete from import_job where state = 'staging' and created_at < clock_timestamp() - interval '1 day'
              returning workspace_id, id),
            """ + REMOVE_REST;
}
