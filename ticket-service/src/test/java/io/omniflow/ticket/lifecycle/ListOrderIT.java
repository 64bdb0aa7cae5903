package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever way a list is found, walked along an order or looked up and sorted, its pages are what a plain sort gives. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ListOrderIT {
    private static final int MANY = 120;
    private static final int PAGE = 7;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final List<String> TAGS = List.of("red", "green", "blue");

    private final Desk desk = new Desk();
    private final Random random = new Random(20261128);

    private record Row(
            UUID id,
            int priority,
            String status,
            UUID team,
            @Nullable UUID assignee,
            List<String> tags,
            Instant updated,
            String state,
            @Nullable Instant due) {}

    @Test
    void pages_follow_each_other_as_in_a_plain_sort() throws SQLException {
        UUID team = UUID.fromString(desk.team());
        UUID other = UUID.fromString(desk.team());
        UUID agent = UUID.fromString(desk.agent());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(row(random.nextInt(3) == 0 ? other : team, random.nextInt(2) == 0 ? agent : null));
        }
        write(rows);
        Map<String, Predicate<Row>> filters = Map.ofEntries(
                Map.entry("", row -> true),
                Map.entry("tag=red", row -> row.tags.contains("red")),
                Map.entry("tag=red,blue", row -> row.tags.containsAll(List.of("red", "blue"))),
                Map.entry("tag=red&status=open", row -> row.tags.contains("red") && row.status.equals("open")),
                Map.entry("team=" + team, row -> row.team.equals(team)),
                Map.entry("team=" + team + "&tag=green", row -> row.team.equals(team) && row.tags.contains("green")),
                Map.entry(
                        "team=" + other + "&status=open,in_progress",
                        row -> row.team.equals(other)
                                && List.of("open", "in_progress").contains(row.status)),
                Map.entry(
                        "assignee=" + agent + "&priority=high,low",
                        row -> agent.equals(row.assignee) && row.priority % 2 == 1),
                Map.entry(
                        "assignee=none&status=waiting,closed&source=api",
                        row -> row.assignee == null
                                && List.of("waiting", "closed").contains(row.status)),
                Map.entry("source=manual", row -> false),
                Map.entry("sla=breached", row -> row.state.equals("breached")),
                Map.entry(
                        "sla=at_risk,breached&assignee=" + agent,
                        row -> List.of("at_risk", "breached").contains(row.state) && agent.equals(row.assignee)),
                Map.entry("sla=breached&assignee=none", row -> row.state.equals("breached") && row.assignee == null),
                Map.entry(
                        "sla=breached,ok&tag=blue",
                        row -> (row.state.equals("breached") || row.state.equals("ok")) && row.tags.contains("blue")),
                Map.entry("sla=at_risk&priority=high", row -> row.state.equals("at_risk") && row.priority == 3));
        Map<String, Comparator<Row>> orders = Map.of(
                "updated", Comparator.comparing(Row::updated),
                "priority", Comparator.comparing(Row::priority),
                "slaDue", Comparator.comparing(row -> row.due == null ? Instant.MAX : row.due));
        filters.forEach((filter, holds) -> orders.forEach((sort, order) -> {
            Comparator<Row> up = order.thenComparing(row -> row.id.toString());
            assertEquals(ids(rows, holds, up), listed(filter, sort), () -> filter + " by " + sort);
            Comparator<Row> down = sort.equals("slaDue")
                    ? Comparator.<Row, Boolean>comparing(row -> row.due == null).thenComparing(up.reversed())
                    : up.reversed();
            assertEquals(ids(rows, holds, down), listed(filter, "-" + sort), () -> filter + " by -" + sort);
        }));
    }

    private static List<String> ids(List<Row> rows, Predicate<Row> holds, Comparator<Row> order) {
        return rows.stream()
                .filter(holds)
                .sorted(order)
                .map(row -> row.id.toString())
                .toList();
    }

    private List<String> listed(String filter, String sort) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = desk.as("viewer")
                    .get(TICKETS + "?limit=" + PAGE + "&sort=" + sort + (filter.isEmpty() ? "" : "&" + filter)
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }

    private Row row(UUID team, @Nullable UUID assignee) {
        List<String> tags = new ArrayList<>(TAGS);
        Collections.shuffle(tags, random);
        String status = List.of("open", "in_progress", "waiting", "closed").get(random.nextInt(4));
        // clocks' facts come a little later than the ticket's, so any status may still have a due time
        boolean runs = status.equals("open") || status.equals("in_progress") || random.nextInt(6) == 0;
        return new Row(
                UUID.randomUUID(),
                1 + random.nextInt(4),
                status,
                team,
                assignee,
                List.copyOf(tags.subList(0, random.nextInt(TAGS.size() + 1))),
                START.plusSeconds(random.nextInt(40)),
                List.of("ok", "at_risk", "breached", "met").get(random.nextInt(4)),
                runs ? START.plusSeconds(random.nextInt(30)) : null);
    }

    private void write(List<Row> rows) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement tickets = database.prepareStatement(
                        "insert into ticket (workspace_id, id, number, title, status, priority, team_id, assignee_id,"
                                + " tags, contact_ids, conversation_ids, custom_fields, source, version, created_at,"
                                + " updated_at) values (?, ?, ?, 'a ticket', ?, ?, ?, ?::uuid, ?, '{}', '{}', '{}', 'api',"
                                + " 1, ?, ?)");
                PreparedStatement clocks = database.prepareStatement(
                        "insert into ticket_sla (workspace_id, ticket_id, sequence, state, next_due_at, summary)"
                                + " values (?, ?, 1, ?, ?, jsonb_build_object('state', ?::text, 'nextDueAt', ?::text,"
                                + " 'firstResponse', null, 'resolution', null))")) {
            int number = 0;
            for (Row row : rows) {
                Array tags = database.createArrayOf("text", row.tags.toArray());
                number++;
                set(
                        tickets,
                        desk.workspace,
                        row.id,
                        number,
                        row.status,
                        row.priority,
                        row.team,
                        row.assignee,
                        tags,
                        time(row.updated),
                        time(row.updated));
                tickets.addBatch();
                set(
                        clocks,
                        desk.workspace,
                        row.id,
                        row.state,
                        row.due == null ? null : time(row.due),
                        row.state,
                        row.due == null ? null : row.due.toString());
                clocks.addBatch();
            }
            tickets.executeBatch();
            clocks.executeBatch();
        }
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.from(instant);
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.NULL);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
