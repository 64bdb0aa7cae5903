package io.omniflow.ticket.merge;

import io.omniflow.testing.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What holds of all tickets of a workspace at any time, asked past the service. */
final class Invariants {
    private static final String BROKEN = """
            with w as (select ?::uuid as workspace_id),
            t as (select t.* from ticket t join w using (workspace_id)),
            listed as (select t.id, unnest(t.conversation_ids) as conversation_id from t),
            linked as (select l.ticket_id as id, l.conversation_id from conversation_link l join w using (workspace_id)),
            live as (select s.source_id, m.destination_id, m.id from merge_source s join w using (workspace_id)
              join ticket_merge m on m.workspace_id = s.workspace_id and m.id = s.merge_id where m.undone_at is null),
            above as (
              with recursive up(source, destination) as (
                select id, merged_into from t where merged_into is not null
                union all select u.source, t.merged_into from up u join t on t.id = u.destination where t.merged_into is not null)
              select source, destination from up),
            within as (select g.source_id, g.destination_id from merged_ticket g join w using (workspace_id))
            select 'listed, not linked: ' || x::text from (select * from listed except select * from linked) x
            union all select 'linked, not listed: ' || x::text from (select * from linked except select * from listed) x
            union all select 'listed twice: ' || conversation_id from listed group by conversation_id having count(*) > 1
            union all select 'note twice: ' || n.id from note n join w using (workspace_id) group by n.id having count(*) > 1
            union all select 'note of a merged ticket: ' || n.id from note n join w using (workspace_id)
              join t on t.id = n.ticket_id where t.merged_into is not null
            union all select 'conversation of a merged ticket: ' || t.id from t
              where t.merged_into is not null and t.conversation_ids <> '{}'
            union all select 'merged, not closed: ' || t.id from t where t.merged_into is not null and t.status <> 'closed'
            union all select 'grant of nothing: ' || g.value from merge_grant g join w using (workspace_id)
              join t on t.id = g.ticket_id
              where not (case g.kind when 'tag' then g.value = any(t.tags) else g.value::uuid = any(t.contact_ids) end)
            union all select 'grant of an undone merge: ' || g.value from merge_grant g join w using (workspace_id)
              join ticket_merge m on m.workspace_id = g.workspace_id and m.id = g.merge_id where m.undone_at is not null
            union all select 'merged into, by no merge: ' || x::text from (
              select id, merged_into from t where merged_into is not null except select source_id, destination_id from live) x
            union all select 'a merge, merged into nothing: ' || x::text from (
              select source_id, destination_id from live except select id, merged_into from t) x
            union all select 'merged twice: ' || source_id from live group by source_id having count(*) > 1
            union all select 'above, not within: ' || x::text from (select * from above except select * from within) x
            union all select 'within, not above: ' || x::text from (select * from within except select * from above) x
            union all select 'a gap in the versions of ' || t.id from t where t.version <> (
              select count(*) from timeline l where l.workspace_id = t.workspace_id and l.ticket_id = t.id and l.sequence is not null)
            union all select 'reply elsewhere than its conversation: ' || r.id from reply r join w using (workspace_id)
              join linked l on l.conversation_id = r.conversation_id where l.id <> r.ticket_id
            """;

    private Invariants() {}

    static List<String> broken(UUID workspace) {
        try (Connection database = Databases.owner();
                PreparedStatement query = database.prepareStatement(BROKEN)) {
            query.setObject(1, workspace);
            List<String> broken = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    broken.add(rows.getString(1));
                }
            }
            return broken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
