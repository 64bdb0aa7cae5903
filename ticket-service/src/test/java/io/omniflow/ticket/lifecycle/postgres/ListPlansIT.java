package io.omniflow.ticket.lifecycle.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list reads a range of an index, however many tickets there are. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ListPlansIT {
    private static final int TICKETS = 20_000;
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on ticket(_text|_sla|_field|_tag)?( t\\w*| x| s\\w*| f| g\\w*)?$");
    private static final Pattern SCANNED = Pattern.compile("actual rows=([0-9.]+)");
    private static final Pattern THROWN_AWAY = Pattern.compile("Rows Removed by [A-Za-z ]+: ([0-9]+)");
    private static final double MOST_READ = 1_000;
    private static final TicketFilter.Assignees ANYBODY =
            new TicketFilter.Assignees(Set.of(), TicketFilter.Assignees.Nobody.EXCLUDED);
    private static final TicketFilter.Range EVER = new TicketFilter.Range(null, null);

    @Inject
    Pool pool;

    @BeforeEach
    void many_tickets() throws SQLException {
        try (Connection database = Databases.owner()) {
            for (String people : List.of(
                    "insert into agent (workspace_id, id, name, active, team_ids, limited_to_teams, version,"
                            + " created_at) select ?, md5('a' || n)::uuid, 'a' || n, true, '{}', false, 1, now() from"
                            + " generate_series(0, 49) as n on conflict do nothing",
                    "insert into team (workspace_id, id, name, name_key, archived, version, created_at)"
                            + " select ?, md5('t' || n)::uuid, 't' || n, 't' || n, false, 1, now()"
                            + " from generate_series(0, 19) as n on conflict do nothing")) {
                try (PreparedStatement insert = database.prepareStatement(people)) {
                    insert.setObject(1, WORKSPACE);
                    insert.executeUpdate();
                }
            }
            try (PreparedStatement insert = database.prepareStatement("""
                insert into ticket (workspace_id, id, number, title, status, priority, assignee_id, team_id, tags, contact_ids,
                  conversation_ids, custom_fields, source, version, created_at, updated_at)
                select ?, gen_random_uuid(), n, 'Ticket ' || n,
                  (array['open', 'in_progress', 'waiting', 'resolved', 'closed'])[1 + n % 5], 1 + n % 4,
                  case when n % 3 = 0 then null else md5('a' || n % 50)::uuid end, md5('t' || n % 20)::uuid,
                  array['t' || n % 200], array[md5('c' || n % 5000)::uuid], '{}',
                  jsonb_build_object('vendor', 'V-' || n),
                  case when n % 2000 = 0 then 'manual' else 'api' end, 1, now() - n * interval '1 minute',
                  now() - (n * 7919 % 20000) * interval '1 minute'
                from generate_series(1, ?) as n on conflict do nothing
                """)) {
                insert.setObject(1, WORKSPACE);
                insert.setInt(2, TICKETS);
                insert.executeUpdate();
            }
            try (PreparedStatement beside = database.prepareStatement("""
                with clocks as (
                  insert into ticket_sla (workspace_id, ticket_id, sequence, state, next_due_at, summary)
                  select workspace_id, id, 0, case when number % 5 = 0 then 'ok' else 'none' end,
                    case when number % 5 = 0 then created_at + interval '8 hours' end, '{}'
                  from ticket where workspace_id = ? on conflict do nothing)
                insert into ticket_text (workspace_id, ticket_id, title, words)
                select workspace_id, id, title, ticket_words(workspace_id, title || case when number % 3 = 0 then ' common' else '' end)
                from ticket where workspace_id = ? on conflict do nothing
                """)) {
                beside.setObject(1, WORKSPACE);
                beside.setObject(2, WORKSPACE);
                beside.executeUpdate();
            }
            try (Statement analyze = database.createStatement()) {
                analyze.execute("vacuum analyze ticket, ticket_sla, ticket_text, ticket_field, ticket_tag");
            }
        }
    }

    @Test
    void no_list_reads_the_whole_table() {
        UUID any = UUID.randomUUID();
        for (TicketOrder.Key key : TicketOrder.Key.values()) {
            for (TicketOrder.Direction direction : TicketOrder.Direction.values()) {
                TicketOrder order = order(key, direction);
                String place =
                        switch (key) {
                            case PRIORITY -> "2";
                            case FIELD -> "tV-1234";
                            case UPDATED, CREATED, SLA_DUE -> Instant.now().toString();
                        };
                planned(filter(Set.of(), Set.of(), Map.of()), order, null);
                planned(filter(Set.of(), Set.of(), Map.of()), order, new TicketOrder.Place(place, any));
                planned(filter(Set.of(Status.OPEN, Status.WAITING), Set.of(), Map.of()), order, null);
                if (key == TicketOrder.Key.SLA_DUE || key == TicketOrder.Key.FIELD) {
                    planned(filter(Set.of(), Set.of(), Map.of()), order, new TicketOrder.Place("", any));
                }
            }
        }
        TicketOrder newest = new TicketOrder(TicketOrder.Key.UPDATED, TicketOrder.Direction.DESCENDING);
        planned(filter(Set.of(Status.OPEN), Set.of("t7"), Map.of()), newest, null);
        planned(filter(Set.of(), Set.of("t7"), Map.of()), newest, null);
        planned(
                filter(Set.of(), Set.of("t7"), Map.of()),
                newest,
                new TicketOrder.Place(Instant.now().toString(), any));
        planned(filter(Set.of(), Set.of("t7", "t8"), Map.of()), newest, null);
        planned(
                filter(Set.of(), Set.of("t7"), Map.of()),
                order(TicketOrder.Key.SLA_DUE, TicketOrder.Direction.ASCENDING),
                null);
        planned(
                filter(Set.of(), Set.of("t7"), Map.of()),
                order(TicketOrder.Key.CREATED, TicketOrder.Direction.DESCENDING),
                null);
        planned(filter(Set.of(), Set.of(), Map.of("vendor", List.of("V-77", List.of("V-77")))), newest, null);
        planned(one(null, any, Set.of()), newest, null);
        planned(one(any, null, Set.of()), newest, null);
        planned(one(null, null, Set.of("none")), newest, null);
        TicketOrder due = new TicketOrder(TicketOrder.Key.SLA_DUE, TicketOrder.Direction.ASCENDING);
        planned(one(null, null, Set.of("ok")), due, null);
        planned(one(null, null, Set.of("none", "ok")), due, new TicketOrder.Place("", any));
        for (String words : List.of("4711", "common", "common 4711", "tickt", "-common 4711")) {
            planned(searched(words), newest, null);
            planned(searched(words), new TicketOrder(TicketOrder.Key.SLA_DUE, TicketOrder.Direction.ASCENDING), null);
        }
    }

    private static TicketFilter searched(String words) {
        return new TicketFilter(
                Set.of(),
                Set.of(),
                ANYBODY,
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                Map.of(),
                EVER,
                EVER,
                Set.of(),
                words,
                TicketScope.ALL,
                null);
    }

    @Test
    void a_page_deep_in_the_list_costs_what_the_first_does() {
        TicketOrder oldest = new TicketOrder(TicketOrder.Key.CREATED, TicketOrder.Direction.ASCENDING);
        TicketFilter all = filter(Set.of(), Set.of(), Map.of());
        long first = buffers(all, oldest, null);
        Instant deep = Instant.now().minusSeconds(600);
        long last = buffers(all, oldest, new TicketOrder.Place(deep.toString(), new UUID(0, 0)));
        assertFalse(last > first * 3 + 50, "first page " + first + " buffers, a deep one " + last);
    }

    private static TicketOrder order(TicketOrder.Key key, TicketOrder.Direction direction) {
        return new TicketOrder(key, direction, key == TicketOrder.Key.FIELD ? "vendor" : null);
    }

    private void planned(TicketFilter filter, TicketOrder order, TicketOrder.@Nullable Place behind) {
        List<String> plan =
                explain("explain (costs off) ", ListQuery.page(new WorkspaceId(WORKSPACE), filter, order, behind, 51));
        assertEquals(
                List.of(),
                plan.stream().filter(line -> WHOLE_TABLE.matcher(line).find()).toList(),
                () -> order + " " + filter + "\n" + String.join("\n", plan));
    }

    @Test
    void a_list_reads_not_much_more_than_it_shows() {
        TicketOrder newest = new TicketOrder(TicketOrder.Key.UPDATED, TicketOrder.Direction.DESCENDING);
        for (TicketOrder.Key key : TicketOrder.Key.values()) {
            for (TicketOrder.Direction direction : TicketOrder.Direction.values()) {
                TicketOrder order = order(key, direction);
                readsFew(filter(Set.of(), Set.of(), Map.of()), order);
                readsFew(filter(Set.of(Status.OPEN), Set.of(), Map.of()), order);
                readsFew(filter(Set.of(Status.OPEN, Status.WAITING), Set.of(), Map.of()), order);
            }
        }
        readsFew(of(Set.of(Priority.URGENT), Set.of()), newest);
        readsFew(of(Set.of(), Set.of(Source.MANUAL)), newest);
        readsFew(of(Set.of(), Set.of(Source.IMPORT)), newest);
    }

    /** Rows that scans gave or threw away, against a page: far fewer than the table has, whatever it grows to. */
    private void readsFew(TicketFilter filter, TicketOrder order) {
        List<String> plan = explain("explain (analyze, costs off, timing off) ", filter, order, null);
        double read = plan.stream()
                .mapToDouble(line -> line.contains(" Scan ") ? found(SCANNED, line) : found(THROWN_AWAY, line))
                .sum();
        assertTrue(read < MOST_READ, () -> order + " " + filter + " reads " + read + "\n" + String.join("\n", plan));
    }

    private static double found(Pattern pattern, String line) {
        return pattern.matcher(line)
                .results()
                .mapToDouble(result -> Double.parseDouble(result.group(1)))
                .sum();
    }

    private static TicketFilter of(Set<Priority> priorities, Set<Source> sources) {
        return new TicketFilter(
                Set.of(),
                priorities,
                ANYBODY,
                Set.of(),
                Set.of(),
                null,
                null,
                sources,
                Map.of(),
                EVER,
                EVER,
                Set.of(),
                null,
                TicketScope.ALL,
                null);
    }

    private long buffers(TicketFilter filter, TicketOrder order, TicketOrder.@Nullable Place behind) {
        Pattern hits = Pattern.compile("Buffers: shared hit=(\\d+)");
        return explain("explain (analyze, buffers, costs off, timing off) ", filter, order, behind).stream()
                .flatMap(line -> hits.matcher(line).results())
                .mapToLong(result -> Long.parseLong(result.group(1)))
                .max()
                .orElseThrow();
    }

    /** Of the first statement: those behind it are run at the end of a list only. */
    private List<String> explain(
            String how, TicketFilter filter, TicketOrder order, TicketOrder.@Nullable Place behind) {
        return explain(
                how,
                ListQuery.page(new WorkspaceId(WORKSPACE), filter, order, behind, 51)
                        .subList(0, 1));
    }

    private List<String> explain(String how, List<ListQuery> statements) {
        List<String> plan = new ArrayList<>();
        for (ListQuery query : statements) {
            pool.preparedQuery(how + query.sql())
                    .executeAndAwait(query.parameters())
                    .forEach(row -> plan.add(row.getString(0)));
        }
        return plan;
    }

    private static TicketFilter filter(Set<Status> statuses, Set<String> tags, Map<String, List<Object>> fields) {
        return new TicketFilter(
                statuses,
                Set.<Priority>of(),
                ANYBODY,
                Set.of(),
                tags,
                null,
                null,
                Set.<Source>of(),
                fields,
                EVER,
                EVER,
                Set.of(),
                null,
                TicketScope.ALL,
                null);
    }

    private static TicketFilter one(@Nullable UUID contact, @Nullable UUID conversation, Set<String> sla) {
        return new TicketFilter(
                Set.of(),
                Set.of(),
                ANYBODY,
                Set.of(),
                Set.of(),
                contact,
                conversation,
                Set.of(),
                Map.of(),
                EVER,
                EVER,
                sla,
                null,
                TicketScope.ALL,
                null);
    }
}
