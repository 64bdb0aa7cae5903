package io.omniflow.sla.simulation.postgres;

/** The SQL of {@link PostgresSimulations}. $1 is the workspace and $2 the simulation wherever both matter. */
final class SimulationStatements {
    private static final String COLUMNS = "workspace_id, id, state, sketch, scope, from_at, to_at, as_of, created_by,"
            + " created_at, finished_at, total, done, left_out, place_at, place_ticket, tally, problem";

    private static final String OPEN = " and state in ('queued', 'running')";

    /** Tickets by their creation, an index of its own; a place is never null, so that it bounds the index. */
    private static final String CREATED = "f.workspace_id = $1 and f.kind = 'created' and f.at >= $2 and f.at < $3";

    static final String BEGIN = "insert into simulation (workspace_id, id, state, sketch, scope, from_at, to_at, as_of,"
            + " created_by, created_at, touched_at, place_at, place_ticket, tally)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13)";

    static final String COUNT_OPEN = "select count(*)::integer from simulation where workspace_id = $1" + OPEN;

    static final String FIND = "select " + COLUMNS + " from simulation where workspace_id = $1 and id = $2";

    static final String FIRST_DIFFERENCES = "select ticket_id, metric, cycle, before, after from simulation_difference"
            + " where workspace_id = $1 and simulation_id = $2 order by ticket_id, metric, cycle limit $3";

    static final String NEXT_DIFFERENCES = "select ticket_id, metric, cycle, before, after from simulation_difference"
            + " where workspace_id = $1 and simulation_id = $2 and (ticket_id, metric, cycle) > ($4, $5, $6)"
            + " order by ticket_id, metric, cycle limit $3";

    static final String CANCEL = "update simulation set state = 'cancelled', finished_at = $3, touched_at = $3"
            + " where workspace_id = $1 and id = $2" + OPEN;

    /** A work queue of the service itself: read across workspaces. */
    static final String NEXT = "select " + COLUMNS + " from simulation where state in ('queued', 'running')"
            + " and not (id = any($1::uuid[])) order by touched_at limit 1 for update skip locked";

    static final String RUN = "update simulation set state = 'running', touched_at = $5,"
            + " total = (select count(*) from ticket_fact f where " + CREATED + ")"
            + " where workspace_id = $1 and id = $4";

    static final String CANDIDATES = "select f.at, f.ticket_id, t.judged_sequence from ticket_fact f"
            + " join ticket t using (workspace_id, ticket_id) where " + CREATED
            + " and (f.at, f.ticket_id) > ($4, $5) order by f.at, f.ticket_id limit $6";

    /** What an import brought meanwhile may make more tickets than were counted. */
    static final String ADVANCE = """
            with found as (
                insert into simulation_difference (workspace_id, simulation_id, ticket_id, metric, cycle, before, after)
                select $1, $2, ticket_id, metric, cycle, before, after
                from jsonb_to_recordset($7) as r(ticket_id uuid, metric text, cycle integer, before jsonb, after jsonb)
            )
            update simulation
            set done = done + $3, left_out = left_out + $9, total = greatest(total, done + $3), place_at = $4,
                place_ticket = $5, tally = $6, touched_at = $8
            where workspace_id = $1 and id = $2
            """;

    static final String FINISH = "update simulation set state = 'completed', total = done, finished_at = $3,"
            + " touched_at = $3 where workspace_id = $1 and id = $2";

    static final String FAIL = "update simulation set state = 'failed', finished_at = $3, touched_at = $3, problem = $4"
            + " where workspace_id = $1 and id = $2" + OPEN;

    /** Of the service itself: read across workspaces. */
    static final String REMOVE = """
            with old as (
                select workspace_id, id from simulation where finished_at < $1 order by finished_at limit $2
                for update skip locked
            ), found as (
                delete from simulation_difference d using old
                where d.workspace_id = old.workspace_id and d.simulation_id = old.id
            )
            delete from simulation s using old where s.workspace_id = old.workspace_id and s.id = old.id
            """;

    private SimulationStatements() {}
}
