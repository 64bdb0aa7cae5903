package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import io.omniflow.local.log.LogImport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every part is killed once while a log is imported, and everything comes out as if none had been: nothing lost, nothing
 * twice. With {@code -Pfull} it goes on for ten rounds, in other orders and at other moments.
 */
class KillStoryTest {
    private static final int ROUNDS = Boolean.getBoolean("omniflow.test.full") ? 10 : 1;
    private static final int TICKETS = 1_500;
    private static final List<String> PARTS =
            List.of("ticket-service", "postgresql", "sla-service", "kafka", "merge-service", "integration-service");

    private final Path folder;

    KillStoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void killing_each_part_during_an_import_changes_nothing_of_what_comes_out() throws Exception {
        try (Suite suite = Suite.start(folder.resolve("data"))) {
            for (int round = 1; round <= ROUNDS; round++) {
                importWhileKilling(suite, round);
            }
        }
    }

    private static void importWhileKilling(Suite suite, int round) throws Exception {
        EventLog log = GeneratedLog.of(TICKETS, round);
        Random random = new Random(round);
        List<String> parts = new ArrayList<>(PARTS);
        if (round > 1) {
            Collections.shuffle(parts, random);
        }
        String token = suite.token(UUID.randomUUID(), TokenRole.LEAD, "importer");
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), token)) {
            LogImport imports = new LogImport(api);
            ImportedLog imported = new ImportedLog(api, log.tickets());
            String location = imports.send(log::csv, LogImport.helpDeskMapping());
            for (String part : parts) {
                pause(Duration.ofMillis(1 + random.nextInt(1_000)));
                System.out.println("round " + round + ": killing " + part + " when "
                        + api.get(location).body().path("facts").asLong() + " of " + imported.ticketFacts()
                        + " facts are made and " + imports.recorded() + " recorded");
                killAndAwaitReturn(suite, part, round);
            }
            JsonNode done = imports.await(location);
            assertEquals(TICKETS, done.path("created").asLong(), done::toString);
            assertEquals(imported.ticketFacts(), done.path("facts").asLong(), done::toString);
            imported.awaitRecorded();
            imported.check();
        }
    }

    /** Each round kills a part once, so it has come back as often as there were rounds. */
    private static void killAndAwaitReturn(Suite suite, String part, int round) throws Exception {
        suite.kill(part);
        suite.awaitSaid("(?s)(" + part + " +is back.*){" + round + "}");
    }

    private static void pause(Duration time) {
        Awaitility.await().pollDelay(time).until(() -> true);
    }
}
