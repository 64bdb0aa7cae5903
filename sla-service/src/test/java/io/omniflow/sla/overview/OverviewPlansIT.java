package io.omniflow.sla.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lists and the report read, among 20,000 clocks of which a few are asked for. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class OverviewPlansIT {
    private static final String FILTER = "uuid, uuid, uuid, uuid, text, text, timestamptz";
    private final UUID workspace = UUID.randomUUID();

    @BeforeEach
    void fill() throws SQLException {
        run("""
                insert into ticket (workspace_id, ticket_id, partition, status, priority)
                select '%1$s', gen_random_uuid(), 0, 'open', 'normal' from generate_series(1, 20000)""".formatted(workspace));
        run("""
                insert into clock (workspace_id, ticket_id, metric, cycle, terms_revision, policy_id, policy_version,
                    calendar_id, calendar_version, target_ms, counted_ms, as_of, progress, started_at, marks, due_at,
                    breached_at, stopped_at, ending)
                select workspace_id, ticket_id, 'resolution', 1, 1, workspace_id, 1, workspace_id, 1, 1000, 500, now(),
                    case n %% 3 when 0 then 'stopped' else 'running' end, now(),
                    '[{"percent": 100, "at": "2026-01-01T00:00:00Z", "noticedAt": "2026-01-01T00:00:00Z", "targetMs": 1000}]',
                    case n %% 3 when 1 then now() + n * interval '1 minute' end,
                    case n %% 3 when 2 then now() - n * interval '1 minute' end,
                    case n %% 3 when 0 then now() - n * interval '1 minute' end,
                    case n %% 3 when 0 then 'resolved' end
                from (select workspace_id, ticket_id, row_number() over () as n from ticket where workspace_id = '%1$s') t""".formatted(workspace));
        run("analyze ticket");
        run("analyze clock");
    }

    @AfterEach
    void empty() throws SQLException {
        run("delete from clock where workspace_id = '%s'".formatted(workspace));
        run("delete from ticket where workspace_id = '%s'".formatted(workspace));
    }

    @Test
    void what_is_due_soon_is_read_along_the_due_times() throws SQLException {
        follows(
                "clock_due_at",
                "prepare q (" + FILTER + ", timestamptz, uuid, text, integer, integer) as " + ClocksAtLarge.DUE,
                "now() + interval '2 hours', null, null, null, null, 51");
    }

    @Test
    void what_was_missed_is_read_along_the_breaches() throws SQLException {
        follows(
                "clock_breached_at",
                "prepare q (" + FILTER + ", timestamptz, timestamptz, uuid, text, integer, integer) as "
                        + ClocksAtLarge.BREACHED,
                "now() - interval '30 days', now(), null, null, null, null, 51");
    }

    @Test
    void a_report_of_a_day_is_read_along_the_ends() throws SQLException {
        follows(
                "clock_stopped_at",
                "prepare q (" + FILTER + ", timestamptz) as " + ClosedClocks.REPORT.formatted("t.priority"),
                "now() - interval '2 hours', now()");
    }

    private void follows(String index, String prepare, String values) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            assertFalse(statement.execute(prepare));
            String call = "explain execute q ('" + workspace + "', null, null, null, null, null, " + values + ")";
            try (ResultSet lines = statement.executeQuery(call)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        assertTrue(plan.indexOf(index) >= 0, plan::toString);
        assertEquals(-1, plan.indexOf("Seq Scan on clock"), plan::toString);
    }

    private static void run(String sql) throws SQLException {
        try (Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
