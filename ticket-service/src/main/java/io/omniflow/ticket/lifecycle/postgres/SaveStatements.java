package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.outbox.Outbox;

/** The statements on the hot paths: each writes ticket, timeline and outbox at once. */
record SaveStatements(String insert, String save, String saveHistory, String lockById, String lockByNumber) {
    /**
     * A fact keeps in the timeline what it changed; the state it led to is left out, except of a ticket's first fact. The
     * kind is the third part of the type: omniflow.ticket.status_changed.v1.
     */
    private static final String TELL = """
        insert into timeline (workspace_id, ticket_id, at, id, service, kind, actor, sequence, backfill,
            correlation_id, data)
        select workspace_id, subject, time, id, 'ticket-service', split_part(type, '.', 3), actor, sequence,
            backfill, correlation_id,
            case when type = 'omniflow.ticket.created.v1' then jsonb_build_object('after', data -> 'ticket')
                 else data - 'ticket' end
        from fact where sequence is not null
        """;

    private static final String FACTS = "id uuid, workspace_id uuid, type text, subject uuid, time timestamptz,"
            + " sequence bigint, actor text, backfill boolean, correlation_id text, data jsonb";

    /**
     * The update changes nothing but locks the row, so that a ticket queued already is not taken off the queue before this
     * change is committed. In the order of ids, behind the tickets' own rows.
     */
    private static final String SNAPSHOTS = "insert into snapshot_due (workspace_id, ticket_id)"
            + " select workspace_id, id from wanted order by 1, 2"
            + " on conflict (workspace_id, ticket_id) do update set ticket_id = excluded.ticket_id";

    private static final String NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";

    /** Only what changed one of its texts makes a ticket's words anew; a change of status must not cost that. */
    private static final String TEXTS = """
        insert into ticket_text (workspace_id, ticket_id, title, words)
        select w.workspace_id, w.id, w.title, ticket_words(w.workspace_id, concat_ws(' ', w.title, w.description, (
          select string_agg(n.body, ' ' order by n.id) from note n where n.workspace_id = w.workspace_id and n.ticket_id = w.id)))
        from wanted w where exists (select 1 from fact f where f.subject = w.id and f.type in (
          'omniflow.ticket.created.v1', 'omniflow.ticket.title_changed.v1', 'omniflow.ticket.description_changed.v1'))
        order by 1, 2
        on conflict (workspace_id, ticket_id) do update set title = excluded.title, words = excluded.words
        """;

    /** Until the clocks' first word a ticket stands in the lists by due time without one. */
    private static final String CLOCKS = "insert into ticket_sla (workspace_id, ticket_id, sequence, state, summary,"
            + " status, priority, assignee_id, team_id) select w.workspace_id, w.id, 0, 'none', '"
            + PostgresShownTickets.NO_SLA
            + "'::jsonb, w.status, w.priority, w.assignee_id, w.team_id from wanted w where exists (select 1 from fact"
            + " f where f.subject = w.id and f.type = 'omniflow.ticket.created.v1') order by 1, 2 on conflict"
            + " (workspace_id, ticket_id) do nothing";

    /** For the live streams. */
    private static final String CHANGES =
            "insert into ticket_change (workspace_id, ticket_id) select workspace_id, id from wanted";

    static SaveStatements make() {
        return new SaveStatements(
                insertStatement(),
                saveStatement(
                        newlyGiven("assignee_id", "agent", "active"), newlyGiven("team_id", "team", "not archived")),
                saveStatement("excluded.assignee_id", "excluded.team_id"),
                lock("t.id = $2"),
                lock("t.number = $2"));
    }

    /**
     * $1 the ticket, $2 its events, $3 the names of the state's fields that are set to the instant of the insert. The
     * clock is read inside the transaction, which is what the watermark of the outbox relies on.
     */
    private static String insertStatement() {
        return """
            with clock as materialized (select date_trunc('milliseconds', clock_timestamp()) as now),
            stamp as materialized (
              select now, jsonb_object_agg(name, to_char(now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as times
              from clock, unnest($3::text[]) as name group by now),
            wanted as materialized (select * from jsonb_to_recordset($1::jsonb) as r(%s)),
            event as materialized (
              select jsonb_agg(e || jsonb_build_object('time', now, 'data',
                  jsonb_set(e -> 'data', '{ticket}', (e -> 'data' -> 'ticket') || times)) order by n) as events
              from stamp, jsonb_array_elements($2::jsonb) with ordinality as x(e, n)),
            fact as materialized (select f.* from event, jsonb_to_recordset(events) as f(%s)),
            opened as (
              insert into ticket (%s)
              select workspace_id, id, number, title, description, status, priority, %s, %s, tags,
                contact_ids, conversation_ids, custom_fields, source, external_id, merged_into, version, now, now,
                first_responded_at, case when resolved_at is not null then now end,
                case when closed_at is not null then now end
              from wanted, clock),
            linked as (
              insert into conversation_link (workspace_id, conversation_id, ticket_id)
              select workspace_id, unnest(conversation_ids), id from wanted),
            told as (%s),
            due as (%s),
            found_by as (%s),
            clocks as (%s),
            changes as (%s),
            published as (%s)
            select now from clock
            """.formatted(
                        TicketRows.TYPES,
                        FACTS,
                        TicketRows.NAMES,
                        given("assignee_id", "agent", "active"),
                        given("team_id", "team", "not archived"),
                        TELL,
                        SNAPSHOTS,
                        TEXTS,
                        CLOCKS,
                        CHANGES,
                        Outbox.insertFrom("(select events from event)"));
    }

    /**
     * $1 tickets, new or locked, $2 their events.
     *
     * @param assignee what a locked ticket's assignee becomes, and {@code team} its team
     */
    private static String saveStatement(String assignee, String team) {
        return """
            with wanted as materialized (select * from jsonb_to_recordset($1::jsonb) as r(%s)),
            fact as materialized (select * from jsonb_to_recordset($2::jsonb) as f(%s)),
            saved as (
              insert into ticket as t (%s) select * from wanted
              on conflict (workspace_id, id) do update set
                title = excluded.title, description = excluded.description, status = excluded.status,
                priority = excluded.priority, assignee_id = %s, team_id = %s,
                tags = excluded.tags, contact_ids = excluded.contact_ids,
                conversation_ids = excluded.conversation_ids, custom_fields = excluded.custom_fields,
                merged_into = excluded.merged_into, version = excluded.version, updated_at = excluded.updated_at,
                first_responded_at = excluded.first_responded_at, resolved_at = excluded.resolved_at,
                closed_at = excluded.closed_at),
            told as (%s),
            due as (%s),
            found_by as (%s),
            clocks as (%s),
            changes as (%s)
            %s
            """.formatted(
                        TicketRows.TYPES,
                        FACTS,
                        TicketRows.NAMES,
                        assignee,
                        team,
                        TELL,
                        SNAPSHOTS,
                        TEXTS,
                        CLOCKS,
                        CHANGES,
                        Outbox.insertFrom("$2::jsonb"));
    }

    /**
     * Of the row in {@code wanted}: the id as it is when it is one of those, otherwise the nil UUID, which the foreign key
     * refuses like any other id that is nobody's. So who is not active is refused without another round trip.
     */
    private static String given(String column, String table, String standing) {
        return ("case when wanted.%1$s is null or exists (select from %2$s x where x.workspace_id = wanted.workspace_id"
                        + " and x.id = wanted.%1$s and %3$s) then wanted.%1$s else " + NOBODY + " end")
                .formatted(column, table, standing);
    }

    /** As {@link #given}, but what a ticket has already stays, whatever has become of it. */
    private static String newlyGiven(String column, String table, String standing) {
        return ("case when excluded.%1$s is null or excluded.%1$s = t.%1$s or exists (select from %2$s x"
                        + " where x.workspace_id = excluded.workspace_id and x.id = excluded.%1$s and %3$s)"
                        + " then excluded.%1$s else " + NOBODY + " end")
                .formatted(column, table, standing);
    }

    /** The time is read above the lock, so never before another change of the same ticket has ended. */
    private static String lock(String condition) {
        return "with t as materialized (select * from ticket t where t.workspace_id = $1 and " + condition
                + " for update) select " + TicketRows.COLUMNS
                + ", date_trunc('milliseconds', clock_timestamp()) as now from t";
    }
}
