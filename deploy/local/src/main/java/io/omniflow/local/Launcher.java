package io.omniflow.local;

import io.omniflow.local.demo.DemoDesk;
import io.omniflow.local.demo.DemoTickets;
import io.omniflow.local.identity.SigningKey;
import io.omniflow.local.identity.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/local/up}: the whole suite on this machine, until it is told to stop. */
@Command(
        name = "deploy/local/up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts PostgreSQL, Kafka, the four services and one address for all of them.")
public final class Launcher implements Callable<Integer> {
    private static final Duration PROCESS_BEGAN = Duration.ofMillis(System.currentTimeMillis()
            - ProcessHandle.current()
                    .info()
                    .startInstant()
                    .orElseGet(Instant::now)
                    .toEpochMilli());

    /** What is told on the console is the launcher's own; libraries speak up only when something is wrong. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private static final int INTERRUPTED = 130;

    @Option(names = "--project", hidden = true, required = true)
    private Path project = Path.of(".");

    @Option(names = "--data", description = "Where data, keys and logs are kept. Default: .local in the project.")
    private Path data = Path.of("");

    @Option(names = "--fresh", description = "Start empty: tickets and events of former runs are deleted.")
    private boolean fresh;

    @Option(names = "--demo", description = "Add made-up tickets, people, conversations and a rule, once.")
    private boolean demo;

    @Option(names = "--port", description = "The suite's own address. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(names = "--host", description = "The address it listens on. Default: ${DEFAULT-VALUE}, this machine only.")
    private String host = "127.0.0.1";

    @Option(names = "--kafka-port", description = "Default: ${DEFAULT-VALUE}.")
    private int kafkaPort = 9092;

    @Option(names = "--postgres-port", description = "Default: ${DEFAULT-VALUE}.")
    private int postgresPort = 55432;

    @Option(
            names = "--service-port-base",
            description = "First of the services' four ports; management 1000 above. Default: ${DEFAULT-VALUE}.")
    private int servicePorts = 8081;

    @Option(names = "--without", description = "A service not to start; may be given several times.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--min-free-mb",
            description = "Free disk space demanded before starting. Default: ${DEFAULT-VALUE}.")
    private long minimumFreeMegabytes = 1024;

    private final Console console = new Console(System.out);
    private final Clock clock = Clock.systemUTC();

    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Launcher())
                .setExecutionExceptionHandler((problem, commandLine, parsed) -> {
                    if (problem instanceof InterruptedException) {
                        return INTERRUPTED;
                    }
                    System.err.println(oneLine(problem));
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        long began = System.nanoTime() - PROCESS_BEGAN.toNanos();
        Path folder = data.toString().isEmpty() ? project.resolve(".local") : data;
        Layout layout =
                new Layout(project.toAbsolutePath(), folder.toAbsolutePath().normalize());
        LaunchPlan plan =
                new LaunchPlan(layout, new SuitePorts(port, postgresPort, kafkaPort, servicePorts), host, services());
        layout.create();
        try (LauncherLock _ = LauncherLock.take(layout)) {
            Leftovers leftovers = new Leftovers(layout, plan.ports());
            List<String> ended = leftovers.end();
            leftovers.forgetPurposes();
            if (!ended.isEmpty()) {
                console.told("recovered", "ended what a killed launcher left: " + String.join(", ", ended));
            }
            new Preflight(plan, minimumFreeMegabytes).check();
            if (fresh) {
                layout.empty();
            }
            run(plan, began, leftovers);
            return 1;
        }
    }

    /** Ends only by failing or by being interrupted; a signal ends the JVM from the hook. */
    private void run(LaunchPlan plan, long began, Leftovers leftovers) throws IOException, InterruptedException {
        SigningKey key = SigningKey.in(plan.layout().keys());
        String token = new Tokens(key).writeDemoAdmin(plan.layout().token(), clock.instant());
        RunningSuite suite = new RunningSuite(plan, key.publicKey(), console, clock);
        Thread hook = new Thread(() -> stopOnSignal(suite, leftovers), "stop-everything");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            suite.start();
            if (demo) {
                new DemoTickets(plan.baseUrl(), token, plan.layout().data(), clock).add();
                new DemoDesk(plan.baseUrl(), token, plan.layout().data()).add();
                console.told("demo", "made-up tickets, people, conversations and a rule");
            }
            Welcome.tell(console, plan, token, Duration.ofNanos(System.nanoTime() - began));
            throw new LaunchFailure(suite.awaitFailure());
        } finally {
            if (suite.stop()) {
                leftovers.tidy();
            }
        }
    }

    private void stopOnSignal(RunningSuite suite, Leftovers leftovers) {
        if (suite.isStopped()) {
            return;
        }
        long began = System.nanoTime();
        try {
            console.line("stopping");
            if (suite.stop()) {
                leftovers.tidy();
            }
            console.took("stopped", Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            console.told("stopped", "the run folder could not be tidied: " + e.getMessage());
        }
    }

    private List<SuiteService> services() {
        List<String> names =
                SuiteService.all().stream().map(SuiteService::folder).toList();
        for (String name : without) {
            if (!names.contains(name)) {
                throw new LaunchFailure("--without " + name + ": the services are " + String.join(", ", names));
            }
        }
        return SuiteService.all().stream()
                .filter(service -> !without.contains(service.folder()))
                .toList();
    }

    private static String oneLine(Throwable problem) {
        String said = problem instanceof LaunchFailure ? problem.getMessage() : problem.toString();
        return String.valueOf(said).lines().findFirst().orElse("unknown failure");
    }
}
