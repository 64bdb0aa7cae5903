package io.omniflow.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.embedded.FreePorts;
import io.omniflow.local.demo.SuiteApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command a newcomer types: that it starts, tells, recovers and leaves nothing behind. */
class LauncherStoryTest {
    private static final List<String> PARTS =
            List.of("ticket-service", "sla-service", "merge-service", "integration-service", "kafka", "postgresql");
    private static final String[] NO_SERVICES = {
        "--without", "ticket-service", "--without", "sla-service",
        "--without", "merge-service", "--without", "integration-service"
    };

    private final Path folder;

    LauncherStoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** One story of one suite, since a start takes as long as all the rest. */
    @Test
    void what_is_killed_comes_back_with_its_data_and_a_signal_leaves_nothing_behind() throws Exception {
        try (Suite suite = Suite.start(data());
                SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token())) {
            String ticket = api.post("/api/v1/tickets", "application/json", "{\"title\": \"Kept\"}")
                    .orFail("Opening a ticket")
                    .body()
                    .path("id")
                    .asText();
            Set<ProcessHandle> processes = processes(suite);
            for (String part : List.of("sla-service", "postgresql", "kafka")) {
                suite.kill(part);
                suite.awaitSaid("^" + part + " +died \\(killed\\), starting it again");
                suite.awaitSaid("^" + part + " +is back");
            }
            assertKept(api, ticket);

            Set<ProcessHandle> left = processes(suite);
            suite.killLauncher();
            assertTrue(left.stream().allMatch(ProcessHandle::isAlive));
            suite.startAgain();
            assertTrue(suite.said().contains("ended what a killed launcher left"), suite::said);
            assertEquals(List.of(), left.stream().filter(ProcessHandle::isAlive).toList());
            assertKept(api, ticket);

            processes.addAll(processes(suite));
            assertEquals(143, suite.stop(), suite::said);
            assertTrue(suite.said().contains("stopped"), suite::said);
            assertEquals(
                    List.of(), processes.stream().filter(ProcessHandle::isAlive).toList());
            assertEquals(Set.of("launcher.lock"), namesIn(data().resolve("run")));
        }
    }

    private static void assertKept(SuiteApi api, String ticket) throws InterruptedException {
        String path = "/api/v1/tickets/" + ticket;
        assertEquals(
                "Kept",
                api.await("the ticket", path, Suite.START_LIMIT, body -> true)
                        .path("title")
                        .asText());
    }

    @Test
    void a_fresh_start_is_empty() throws Exception {
        Files.createDirectories(data().resolve("kafka"));
        Files.writeString(data().resolve("kafka/of-before"), "");
        try (Suite suite = Suite.starting(data(), Suite.freePorts(), withNoServices("--fresh"))) {
            suite.awaitSaid("^ready ");
            assertFalse(Files.exists(data().resolve("kafka/of-before")));
        }
    }

    @Test
    void a_taken_port_is_told_in_one_line_and_nothing_runs() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Suite suite = Suite.starting(
                        data(),
                        new SuitePorts(FreePorts.one(), FreePorts.one(), taken.getLocalPort(), 21_000),
                        NO_SERVICES)) {
            assertEquals(1, suite.awaitEnd());
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " is taken by another program; it is wanted for Kafka (change it with --kafka-port)",
                    suite.said().strip());
            assertFalse(suite.runs("postgresql"));
        }
    }

    @Test
    void a_full_disk_is_told_before_anything_is_started() throws Exception {
        try (Suite suite = Suite.starting(data(), Suite.freePorts(), withNoServices("--min-free-mb", "900000000"))) {
            assertEquals(1, suite.awaitEnd());
            assertTrue(
                    suite.said().strip().matches("Only \\d+ MB are free on the disk of .* are needed; .*"),
                    suite::said);
        }
    }

    @Test
    void a_second_launcher_on_the_same_data_says_so() throws Exception {
        try (Suite first = Suite.starting(data(), Suite.freePorts(), NO_SERVICES)) {
            first.awaitSaid("^ready ");
            Path out = folder.resolve("second.out");
            ProcessBuilder second = new ProcessBuilder(
                            Suite.project().resolve("deploy/local/up").toString(), "--data", data().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            Suite.prepare(second.environment());
            Process refused = second.start();
            assertTrue(refused.waitFor(Suite.START_LIMIT.toSeconds(), TimeUnit.SECONDS), "It neither starts nor ends");
            assertEquals(1, refused.exitValue());
            assertTrue(Files.readString(out).startsWith("The suite already runs on " + data()), Files.readString(out));
            assertTrue(first.runs("kafka"));
        }
    }

    @Test
    void a_part_that_dies_again_and_again_stops_everything() throws Exception {
        try (Suite suite = Suite.starting(data(), Suite.freePorts(), NO_SERVICES)) {
            suite.awaitSaid("^ready ");
            for (int death = 1; death <= 4; death++) {
                suite.kill("postgresql");
                if (death < 4) {
                    suite.awaitSaid("(?s)(postgresql +is back.*){" + death + "}");
                }
            }
            assertEquals(1, suite.awaitEnd());
            assertTrue(
                    suite.said().contains("postgresql died 4 times within a minute, so everything stops"), suite::said);
            assertFalse(suite.runs("kafka"));
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String[] withNoServices(String... more) {
        return Stream.concat(Stream.of(NO_SERVICES), Stream.of(more)).toArray(String[]::new);
    }

    private static Set<ProcessHandle> processes(Suite suite) {
        return PARTS.stream().map(part -> process(suite, part)).collect(Collectors.toSet());
    }

    private static ProcessHandle process(Suite suite, String part) {
        try {
            return suite.process(part);
        } catch (IOException e) {
            throw new AssertionError(part + " does not run: " + suite.said(), e);
        }
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
