package io.omniflow.ticket.merge.postgres;

/** The statements; each moves or keeps everything of one merge at once. */
final class MergeSql {
    /** $2 destination, $3 sources. */
    static final String GROUND = """
            select (select coalesce(jsonb_object_agg(n.ticket_id, n.ids), '{}') from (
                select ticket_id, jsonb_agg(id order by id) as ids from note
                where workspace_id = $1 and ticket_id = any($3::uuid[]) group by ticket_id) n) as notes,
              %s as grants,
              coalesce((select merge_takes_earlier_start from workspace_setting where workspace_id = $1), false) as earlier_start
            """.formatted(grantsOf("$2"));

    /** $2 the merge. */
    static final String FIND = """
            select m.destination_id, m.undone_at is not null as undone,
              (select jsonb_agg(jsonb_build_object('id', s.source_id, 'status', s.previous_status, 'resolvedAt', s.resolved_at,
                  'closedAt', s.closed_at, 'conversations', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', i.item_id, 'answeredAt', i.answered_at)
                      order by i.position), '[]') from merge_item i
                    where i.workspace_id = $1 and i.merge_id = $2 and i.kind = 'conversation' and i.source_id = s.source_id))
                order by s.position) from merge_source s where s.workspace_id = $1 and s.merge_id = $2) as sources,
              %s as grants,
              (select h.id from merge_source s join ticket_merge h on h.workspace_id = $1 and h.id = s.merge_id
                where s.workspace_id = $1 and s.source_id = m.destination_id and h.undone_at is null) as holder
            from ticket_merge m where m.workspace_id = $1 and m.id = $2
            """.formatted(grantsOf("m.destination_id"));

    /** $2 the merge, $3 its destination, $4 its time, $5 sources, $6 items, $7 grants, $8 source ids, $9 conversations. */
    static final String CARRY_OUT = """
            with known as (
              insert into ticket_merge (workspace_id, id, destination_id, merged_at) values ($1, $2, $3, $4)),
            sides as (
              insert into merge_source (workspace_id, merge_id, source_id, position, previous_status, resolved_at, closed_at)
              select $1, $2, id, position, status, resolved_at, closed_at from jsonb_to_recordset($5::jsonb)
                as s(id uuid, position integer, status text, resolved_at timestamptz, closed_at timestamptz)),
            items as (
              insert into merge_item (workspace_id, merge_id, kind, item_id, source_id, position)
              select $1, $2, kind, id, source, position from jsonb_to_recordset($6::jsonb)
                as i(kind text, id uuid, source uuid, position integer)),
            grants as (
              insert into merge_grant (workspace_id, ticket_id, kind, value, merge_id, source_id)
              select $1, $3, kind, value, $2, source from jsonb_to_recordset($7::jsonb)
                as g(kind text, value text, source uuid)),
            within as (
              insert into merged_ticket (workspace_id, destination_id, source_id)
              select $1, $3, id from unnest($8::uuid[]) as s(id)
              union all select $1, $3, source_id from merged_ticket
                where workspace_id = $1 and destination_id = any($8::uuid[])),
            notes as (
              update note set ticket_id = $3 where workspace_id = $1 and ticket_id = any($8::uuid[])),
            links as (
              update conversation_link set ticket_id = $3
              where workspace_id = $1 and conversation_id = any($9::uuid[]) and ticket_id = any($8::uuid[]))
            update reply set ticket_id = $3
            where workspace_id = $1 and ticket_id = any($8::uuid[]) and conversation_id = any($9::uuid[])
            """;

    /** $2 the merge, $3 its destination, $4 the time of the undo, $5 its sources, $6 conversations and whose they are. */
    static final String TAKE_BACK = """
            with back as materialized (select * from jsonb_to_recordset($6::jsonb) as b(id uuid, source uuid)),
            known as (
              update ticket_merge set undone_at = $4 where workspace_id = $1 and id = $2),
            items as (delete from merge_item where workspace_id = $1 and merge_id = $2),
            grants as (delete from merge_grant where workspace_id = $1 and ticket_id = $3 and merge_id = $2),
            within as (
              delete from merged_ticket where workspace_id = $1 and destination_id = $3
                and (source_id = any($5::uuid[]) or source_id in (
                  select source_id from merged_ticket where workspace_id = $1 and destination_id = any($5::uuid[])))),
            notes as (
              update note n set ticket_id = i.source_id from merge_item i
              where i.workspace_id = $1 and i.merge_id = $2 and i.kind = 'note'
                and n.workspace_id = $1 and n.ticket_id = $3 and n.id = i.item_id),
            links as (
              update conversation_link l set ticket_id = b.source from back b
              where l.workspace_id = $1 and l.conversation_id = b.id and l.ticket_id = $3)
            update reply r set ticket_id = b.source from back b
            where r.workspace_id = $1 and r.ticket_id = $3 and r.conversation_id = b.id
            """;

    /** The words of tickets $2 as their texts are now; a statement of its own, for it must see the notes moved. */
    static final String WORDS = """
            update ticket_text x set words = ticket_words(x.workspace_id, concat_ws(' ', x.title, t.description, (
              select string_agg(n.body, ' ' order by n.id) from note n where n.workspace_id = $1 and n.ticket_id = x.ticket_id)))
            from ticket t
            where x.workspace_id = $1 and x.ticket_id = any($2::uuid[]) and t.workspace_id = $1 and t.id = x.ticket_id
            """;

    /** $2 the ticket, $3 its parts that are settled, $4 conversations unlinked, $5 conversations answered at $6. */
    static final String HEED = """
            with settled as (
              delete from merge_grant g using jsonb_to_recordset($3::jsonb) as p(kind text, value text)
              where g.workspace_id = $1 and g.ticket_id = $2 and g.kind = p.kind and g.value = p.value),
            unlinked as (
              delete from merge_item i where i.workspace_id = $1 and i.kind = 'conversation' and i.item_id = any($4::uuid[]))
            update merge_item i set answered_at = $6
            where i.workspace_id = $1 and i.kind = 'conversation' and i.item_id = any($5::uuid[]) and i.answered_at is null
              and not i.item_id = any($4::uuid[])
            """;

    private MergeSql() {}

    private static String grantsOf(String ticket) {
        return "(select coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'value', g.value, 'merge', g.merge_id,"
                + " 'source', g.source_id) order by g.kind, g.value), '[]') from merge_grant g"
                + " where g.workspace_id = $1 and g.ticket_id = " + ticket + ")";
    }
}
