package io.omniflow.local.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.demo.SuiteApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/local/import-log}: a help desk's log becomes tickets, clocks and audit entries; prints how fast. */
@Command(
        name = "import-log",
        mixinStandardHelpOptions = true,
        description = "Imports a help desk's event log (CSV, .gz too) into the running suite and prints the rate.")
public final class ImportLogCommand implements Callable<Integer> {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int PAUSE_MILLIS = 100;

    @Option(names = "--data", required = true, description = "The suite's data directory.")
    private Path data = Path.of(".local");

    @Option(names = "--url", description = "Default: ${DEFAULT-VALUE}.")
    private String url = "http://localhost:8080";

    @Option(names = "--mapping", description = "What the columns mean, as JSON. Default: the help desk log's own.")
    private @Nullable Path mapping;

    @Parameters(paramLabel = "log", description = "The file to import.")
    private Path log = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImportLogCommand())
                .setExecutionExceptionHandler((problem, commandLine, parsed) -> {
                    System.err.println(problem.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(log)) {
            System.err.println("There is no file " + log + " to read.");
            return 1;
        }
        String meaning = mapping == null ? LogImport.helpDeskMapping() : Files.readString(mapping);
        try (SuiteApi api =
                new SuiteApi(url, Files.readString(data.resolve("token")).strip())) {
            LogImport imports = new LogImport(api);
            long before = imports.recorded();
            long began = System.nanoTime();
            JsonNode done = imports.await(imports.send(log, meaning));
            tell(done, System.nanoTime() - began);
            if (done.path("facts").asLong() > 0) {
                caughtUp(imports, before, began);
            }
            return done.path("refused").asLong() == 0 ? 0 : 1;
        }
    }

    private static void tell(JsonNode done, long nanos) {
        long rows = done.path("lines").asLong();
        long facts = done.path("facts").asLong();
        System.out.printf(
                Locale.ROOT,
                "%d rows: %d tickets new, %d changed, %d unchanged; %d left out; %d facts%n",
                rows,
                done.path("created").asLong(),
                done.path("changed").asLong(),
                done.path("unchanged").asLong(),
                done.path("refused").asLong(),
                facts);
        System.out.printf(
                Locale.ROOT,
                "imported in %.1f s: %.0f rows/s, %.0f facts/s%n",
                nanos / 1e9,
                rows * 1e9 / nanos,
                facts * 1e9 / nanos);
        for (JsonNode problem : done.path("problems")) {
            System.out.println("left out: line " + problem.path("line").asLong() + ", "
                    + problem.path("detail").asText());
        }
    }

    /** The clocks tell of themselves in the audit log, so when that stands still both have caught up. */
    private static void caughtUp(LogImport imports, long before, long began) throws InterruptedException {
        CountDownLatch pause = new CountDownLatch(1);
        long entries = before;
        long grown = System.nanoTime();
        while (System.nanoTime() - grown < QUIET.toNanos()) {
            pause.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            long now = imports.recorded();
            if (now > entries) {
                entries = now;
                grown = System.nanoTime();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "clocks and audit log caught up after %.1f s: %d audit entries, %.0f/s%n",
                (grown - began) / 1e9,
                entries - before,
                (entries - before) * 1e9 / (grown - began));
    }
}
