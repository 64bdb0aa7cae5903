package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import io.omniflow.local.log.LogImport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every part is killed once while a log of its own is imported, and everything comes out as if none had been: nothing
 * lost, nothing twice. With {@code -Pfull} it goes on for ten rounds, in other orders and at other moments.
 */
@ExtendWith(RoughSuite.class)
class KillStoryTest {
    private static final int ROUNDS = Boolean.getBoolean("omniflow.test.full") ? 10 : 1;
    private static final int TICKETS_A_KILL = 400;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final List<String> PARTS =
            List.of("ticket-service", "postgresql", "sla-service", "kafka", "merge-service", "integration-service");

    @Test
    void killing_each_part_during_an_import_changes_nothing_of_what_comes_out(Suite suite) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            importWhileKilling(suite, round);
        }
    }

    private static void importWhileKilling(Suite suite, int round) throws Exception {
        Random random = new Random(round);
        List<String> parts = new ArrayList<>(PARTS);
        if (round > 1) {
            Collections.shuffle(parts, random);
        }
        String token = suite.token(UUID.randomUUID(), TokenRole.LEAD, "importer");
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), token)) {
            LogImport imports = new LogImport(api);
            Map<String, ExpectedTicket> expected = new LinkedHashMap<>();
            for (String part : parts) {
                EventLog log = GeneratedLog.of(TICKETS_A_KILL, 100L * round + PARTS.indexOf(part));
                ImportedLog wanted = new ImportedLog(api, log.tickets());
                String location = imports.send(log::csv, LogImport.helpDeskMapping());
                long moment = (long) (random.nextDouble(0.4) * wanted.ticketFacts());

                long made = facts(api.await("Fact " + moment, location, SOON, state -> facts(state) > moment));
                int returns = suite.returns(part);
                suite.kill(part);
                System.out.printf(
                        "round %d: killed %s when %d of %d facts were made%n", round, part, made, wanted.ticketFacts());
                assertTrue(made < wanted.ticketFacts(), part + " was to be killed during the import, which was over");

                suite.awaitReturn(part, returns);
                JsonNode done = imports.await(location);
                assertEquals(TICKETS_A_KILL, done.path("created").asLong(), done::toString);
                assertEquals(wanted.ticketFacts(), facts(done), done::toString);
                expected.putAll(wanted.expected());
            }
            assertEquals(TICKETS_A_KILL * parts.size(), expected.size());
            ImportedLog imported = new ImportedLog(api, expected);
            imported.awaitRecorded();
            imported.check();
        }
    }

    private static long facts(JsonNode state) {
        return state.path("facts").asLong();
    }
}
