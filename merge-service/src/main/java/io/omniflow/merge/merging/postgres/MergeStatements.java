package io.omniflow.merge.merging.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.merging.Merges;
import io.omniflow.merge.merging.domain.MergeState;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of merges. */
final class MergeStatements {
    static final String ADD = """
            with made as (
                insert into merge (workspace_id, id, sources, destination, reason, asked_by, asked_at, answers, version,
                    correlation_id, copies, repeat_at, %s)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)),
            tickets as (
                insert into merge_ticket (workspace_id, ticket_id, merge_id, side)
                select $1, source, $2, 'source' from unnest($3::uuid[]) as source
                union all select $1, $4, $2, 'destination')
            insert into merge_command (workspace_id, id, merge_id) values ($1, $10, $2)
            """.formatted(StateColumns.NAMES);

    static final String SAVE = """
            update merge set answers = $3, version = $4, (%s) = ($5, $6, $7, $8, $9, $10, $11)
            where workspace_id = $1 and id = $2
            """.formatted(StateColumns.NAMES);

    static final String SENT = """
            with sent as (insert into merge_command (workspace_id, id, merge_id) values ($1, $3, $2))
            update merge set correlation_id = $4, copies = $5, repeat_at = $6 where workspace_id = $1 and id = $2
            """;

    static final String LOCKED = """
            where (m.workspace_id, m.id) in (select w, i from unnest($1::uuid[], $2::uuid[]) as wanted (w, i))
            order by m.workspace_id, m.id for update
            """;

    static final String OF_COMMANDS = """
            select c.workspace_id, c.id, c.merge_id from merge_command c
            where (c.workspace_id, c.id) in (select w, i from unnest($1::uuid[], $2::uuid[]) as wanted (w, i))
            """;

    static final String HOLDING = """
            select m.id from merge_ticket t join merge m on m.workspace_id = t.workspace_id and m.id = t.merge_id
            where t.workspace_id = $1 and t.ticket_id = $2 and t.side = 'source'
                and m.state in ('completed', 'undo_requested')
            order by m.id desc limit 1
            """;

    /** Of all workspaces: whoever asked, an answer is due. */
    static final String UNANSWERED = """
            where m.state in ('requested', 'undo_requested') and m.repeat_at <= $1
            order by m.repeat_at limit $2 for update skip locked
            """;

    private MergeStatements() {}

    record Listing(String text, Tuple values) {}

    /** Along the primary key, or the index of the ticket or the state; the cost of a page does not grow with its number. */
    static Listing listing(WorkspaceId workspace, Merges.Filter filter, @Nullable UUID below, int limit) {
        Tuple values = Tuple.of(workspace.value());
        StringBuilder text = new StringBuilder();
        @Nullable UUID ticket = filter.ticket();
        String place = "m.id";
        if (ticket == null) {
            text.append("where m.workspace_id = $1");
        } else {
            place = "t.merge_id";
            text.append("join merge_ticket t on t.workspace_id = m.workspace_id and t.merge_id = m.id")
                    .append(" where t.workspace_id = $1 and t.ticket_id = ")
                    .append(next(values.addUUID(ticket)));
        }
        MergeState.@Nullable Stage stage = filter.stage();
        if (stage != null) {
            text.append(" and m.state = ").append(next(values.addString(StateColumns.name(stage))));
        }
        if (below != null) {
            text.append(" and ").append(place).append(" < ").append(next(values.addUUID(below)));
        }
        text.append(" order by ").append(place).append(" desc limit ").append(next(values.addInteger(limit)));
        return new Listing(text.toString(), values);
    }

    private static String next(Tuple values) {
        return "$" + values.size();
    }
}
