package io.omniflow.merge.audit.postgres;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.time.Ids;
import io.omniflow.merge.audit.domain.Search;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each search goes down an index and touches about as many pages as it answers rows, wherever in a long log they lie. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SearchPlansIT {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(Ids.next());
    private static final UUID TICKET = UUID.fromString("00000000-0000-0000-0000-000000001000");
    private static final UUID MERGE = UUID.fromString("00000000-0000-0000-0000-000000000100");
    private static final Instant FIFTH = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant SIXTH = Instant.parse("2026-01-06T00:00:00Z");
    private static final Search.Place MIDDLE = new Search.Place(6000, FIFTH.plus(Duration.ofHours(4)));
    /** Most of a page of 51 rows may each lie on a page of its own, and each takes the way down the index. */
    private static final int MOST_PAGES = 800;

    private static final Pattern PAGES = Pattern.compile("shared hit=(\\d+)");

    @Inject
    Pool pool;

    @BeforeEach
    void a_log_of_thirty_thousand_entries() throws SQLException {
        try (Connection owner = Databases.owner();
                PreparedStatement fill = owner.prepareStatement("""
                        insert into audit_entry (workspace_id, sequence, id, ticket_id, kind, actor, at, recorded_at, service,
                            merge_id, correlation_id, payload, salt, payload_hash, previous_hash, hash)
                        select workspace, n, gen_random_uuid(), lpad((n / 10)::text, 32, '0')::uuid, 'kind_' || chr(97 + n % 20),
                            'agent:' || (n % 50), timestamptz '2026-01-01' + n * interval '1 minute', now(),
                            'service-' || n % 4, case when n % 100 = 0 then lpad((n / 100)::text, 32, '0')::uuid end,
                            'c' || n / 7, '{}', '', '', '', ''
                        from generate_series(1, 30000) n, (select ?::uuid as workspace) w
                        where not exists (select 1 from audit_entry where workspace_id = w.workspace)
                        """);
                Statement analyze = owner.createStatement()) {
            fill.setObject(1, WORKSPACE.value());
            fill.execute();
            analyze.execute("analyze audit_entry");
        }
    }

    /** Every combination of filters. */
    private static List<Search> searches() {
        List<Search> all = new ArrayList<>();
        for (int mask = 0; mask < 1 << 8; mask++) {
            all.add(new Search(
                    asked(mask, 0, TICKET),
                    asked(mask, 1, "agent:7"),
                    asked(mask, 2, "kind_h"),
                    asked(mask, 3, "service-3"),
                    asked(mask, 4, FIFTH),
                    asked(mask, 5, SIXTH),
                    asked(mask, 6, MERGE),
                    asked(mask, 7, "c1000")));
        }
        return all;
    }

    private static <T> @Nullable T asked(int mask, int bit, T value) {
        return (mask >> bit & 1) == 1 ? value : null;
    }

    @Test
    void no_search_reads_more_than_its_page() {
        for (Search search : searches()) {
            assertBounded(SearchSql.newestFirst(WORKSPACE, search, null, 51));
            assertBounded(SearchSql.newestFirst(WORKSPACE, search, MIDDLE, 51));
        }
    }

    @Test
    void no_page_of_a_file_reads_more_than_itself() {
        for (Search search : searches()) {
            assertBounded(SearchSql.oldestFirst(WORKSPACE, search, 30_000, null, 51, 4_000_000));
            assertBounded(SearchSql.oldestFirst(WORKSPACE, search, 30_000, MIDDLE, 51, 4_000_000));
        }
    }

    private void assertBounded(SearchSql sql) {
        String plan = Rows.of(pool.preparedQuery("explain (analyze, buffers, costs off) " + sql.text())
                        .execute(sql.parameters())
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));

        assertThat(sql.text(), plan, not(containsString("Seq Scan")));
        assertThat(sql.text(), plan, containsString("Index"));
        int pages = PAGES.matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
        assertTrue(pages <= MOST_PAGES, sql.text() + "\n" + plan);
    }
}
