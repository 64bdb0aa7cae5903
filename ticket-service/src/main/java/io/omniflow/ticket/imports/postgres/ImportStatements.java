package io.omniflow.ticket.imports.postgres;

/** The SQL of imports. $1 is the workspace and $2 the import wherever both matter. */
final class ImportStatements {
    private static final String COLUMNS = "workspace_id, id, state, actor, correlation_id, lines, created, changed,"
            + " unchanged, refused, facts, created_at, finished_at";

    final String begin = "insert into import_job (workspace_id, id, state, actor, correlation_id)"
            + " values ($1, $2, 'staging', $3, $4)";

    final String stage = """
            with readable as (
              insert into import_line (workspace_id, import_id, external_id, ordinal, body)
              select $1, $2, external_id, ordinal, body
              from jsonb_to_recordset($3::jsonb) as r(external_id text, ordinal bigint, body jsonb)),
            unreadable as (
              insert into import_problem (workspace_id, import_id, ordinal, detail)
              select $1, $2, ordinal, detail from jsonb_to_recordset($4::jsonb) as r(ordinal bigint, detail text))
            update import_job set lines = lines + $5, refused = refused + jsonb_array_length($4::jsonb)
            where workspace_id = $1 and id = $2
            """;

    final String staged =
            "update import_job set state = 'running' where workspace_id = $1 and id = $2 and state = 'staging'";

    final String abandon = """
            with lines as (delete from import_line where workspace_id = $1 and import_id = $2)
            delete from import_job where workspace_id = $1 and id = $2 and state = 'staging'
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
            + " order by created_at limit 1 for update skip locked";

    final String take = """
            select body from import_line where workspace_id = $1 and import_id = $2 and external_id in (
              select distinct external_id from import_line where workspace_id = $1 and import_id = $2
              order by external_id limit $3)
            order by external_id, ordinal
            """;

    final String entries = "select ticket_id, fingerprint from imported_entry where workspace_id = $1"
            + " and ticket_id = any($2::uuid[])";

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
              from jsonb_to_recordset($9::jsonb) as r(ticket_id uuid, fingerprint text) on conflict do nothing),
            named as (
              insert into imported_name (workspace_id, kind, id, name)
              select $1, kind, id, name from jsonb_to_recordset($10::jsonb) as r(kind text, id uuid, name text)
              order by kind, id on conflict do nothing)
            update import_job set created = created + $3, changed = changed + $4, unchanged = unchanged + $5,
              facts = facts + $6, refused = refused + jsonb_array_length($8::jsonb)
            where workspace_id = $1 and id = $2
            """;

    final String finish = "update import_job set state = 'completed', finished_at = clock_timestamp()"
            + " where workspace_id = $1 and id = $2";

    final String sweep = """
            with old as (
              delete from import_job where state = 'staging' and created_at < clock_timestamp() - interval '1 day'
              returning workspace_id, id)
            delete from import_line l using old where l.workspace_id = old.workspace_id and l.import_id = old.id
            """;
}
