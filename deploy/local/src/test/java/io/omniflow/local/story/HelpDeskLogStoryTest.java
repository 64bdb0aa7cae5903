package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import io.omniflow.local.log.LogImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four years of a real help desk, as if its tickets had been ours all along. */
@ExtendWith(OneSuite.class)
class HelpDeskLogStoryTest {
    private final Suite suite;

    HelpDeskLogStoryTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void a_real_log_comes_out_as_it_happened_and_importing_it_again_changes_nothing() throws Exception {
        Path file = Suite.project().resolve("../shared/data/helpdesk_it.csv.gz").normalize();
        Assumptions.assumeTrue(Files.exists(file), "needs the help desk log at " + file);
        EventLog log = EventLog.read(file);
        String token = suite.token(UUID.randomUUID(), TokenRole.LEAD, "importer");
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), token)) {
            LogImport imports = new LogImport(api);
            ImportedLog imported = new ImportedLog(api, log.tickets());

            long began = System.nanoTime();
            JsonNode done = imports.await(imports.send(file, LogImport.helpDeskMapping()));
            Rate.tell("imported", log.rows().size(), imported.ticketFacts(), began);
            imported.awaitRecorded();
            Rate.tell("clocks and audit log caught up", log.rows().size(), imports.recorded(), began);

            assertCounts(done, List.of(21_348L, 4_580L, 0L, 0L, 0L, imported.ticketFacts()));
            imported.check();
            checkTimelines(api);

            long entries = imports.recorded();
            JsonNode again = imports.await(imports.send(file, LogImport.helpDeskMapping()));
            assertCounts(again, List.of(21_348L, 0L, 0L, 4_580L, 0L, 0L));
            imported.checkTickets();
            assertEquals(List.of(), imported.factsAfter(entries));
        }
    }

    private static void assertCounts(JsonNode state, List<Long> counts) {
        assertEquals(
                counts,
                List.of(
                        state.path("lines").asLong(),
                        state.path("created").asLong(),
                        state.path("changed").asLong(),
                        state.path("unchanged").asLong(),
                        state.path("refused").asLong(),
                        state.path("facts").asLong()),
                state::toString);
    }

    /** Versions have no gap where agents read them either; the newest tickets will do. */
    private static void checkTimelines(SuiteApi api) throws InterruptedException {
        JsonNode newest =
                api.get("/api/v1/tickets?limit=50").orFail("The newest tickets").body();
        for (JsonNode ticket : newest.path("items")) {
            List<JsonNode> timeline =
                    new Pages(api).all("/api/v1/tickets/" + ticket.path("id").asText() + "/timeline");
            List<Long> versions = timeline.stream()
                    .filter(entry ->
                            "ticket-service".equals(entry.path("service").asText()))
                    .map(entry -> entry.path("sequence").asLong())
                    .sorted()
                    .toList();
            assertEquals(
                    LongStream.rangeClosed(1, ticket.path("version").asLong())
                            .boxed()
                            .toList(),
                    versions);
        }
    }

    /** Figures for the reader of the build's output. */
    private record Rate() {
        static void tell(String what, long rows, long facts, long began) {
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "help desk log: %s after %.1f s; %d rows, %.0f/s; %d facts, %.0f/s%n",
                    what,
                    seconds,
                    rows,
                    rows / seconds,
                    facts,
                    facts / seconds);
        }
    }
}
