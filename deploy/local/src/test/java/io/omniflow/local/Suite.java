package io.omniflow.local;

import io.omniflow.embedded.FreePorts;
import io.omniflow.local.identity.SigningKey;
import io.omniflow.local.identity.TokenRole;
import io.omniflow.local.identity.Tokens;
import io.omniflow.local.process.Ending;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The whole suite for a story: started by {@code deploy/local/up} as a user starts it, on free ports and a data folder
 * of its own. A story closes it; what would survive a failed story is ended then too.
 */
public final class Suite implements AutoCloseable {
    public static final Duration START_LIMIT = Duration.ofMinutes(4);

    private static final List<String> PARTS =
            List.of("ticket-service", "sla-service", "merge-service", "integration-service", "kafka", "postgresql");

    /** Each JVM prints a line of its own for these, which is not what the launcher says. */
    private static final List<String> PRINTED_BY_JVMS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final Duration END_LIMIT = Duration.ofMinutes(1);
    private static final Set<Suite> OPEN = ConcurrentHashMap.newKeySet();

    static {
        // Stories that take too long are ended together with their JVM, and nobody closes their suites then.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Suite::abandon), "stop-suites"));
    }

    private final Path data;
    private final SuitePorts ports;
    private final Map<String, String> environment;
    private final List<String> options;
    private volatile Process launcher;

    private Suite(Path data, SuitePorts ports, Map<String, String> environment, List<String> options)
            throws IOException {
        this.data = data;
        this.ports = ports;
        this.environment = environment;
        this.options = options;
        this.launcher = launch();
    }

    /** Returns when it is ready. */
    public static Suite start(Path data, String... options) throws IOException {
        return startIn(Map.of(), data, options);
    }

    /** @param environment what launcher and parts find in theirs over what is there already */
    public static Suite startIn(Map<String, String> environment, Path data, String... options) throws IOException {
        Suite suite = opened(new Suite(data, freePorts(), environment, List.of(options)));
        try {
            suite.awaitReady();
        } catch (AssertionError | RuntimeException neverReady) {
            suite.close();
            throw neverReady;
        }
        return suite;
    }

    /** Returns at once, for stories of starts that fail. */
    static Suite starting(Path data, SuitePorts ports, String... options) throws IOException {
        return opened(new Suite(data, ports, Map.of(), List.of(options)));
    }

    private static Suite opened(Suite suite) {
        OPEN.add(suite);
        return suite;
    }

    static SuitePorts freePorts() {
        List<Integer> some = FreePorts.some(3);
        int base = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 28_000))
                .filter(candidate -> IntStream.range(0, 4)
                        .allMatch(i -> FreePorts.isFree(candidate + i) && FreePorts.isFree(candidate + 1000 + i)))
                .findFirst()
                .orElseThrow();
        return new SuitePorts(some.get(0), some.get(1), some.get(2), base);
    }

    public String baseUrl() {
        return "http://localhost:" + ports.gateway();
    }

    public String kafka() {
        return "localhost:" + ports.kafka();
    }

    SuitePorts ports() {
        return ports;
    }

    /** The demo workspace's admin. */
    public String token() throws IOException {
        return Files.readString(data.resolve("token")).strip();
    }

    public String token(UUID workspace, TokenRole role, String subject) throws IOException {
        return signed(
                new Tokens.Bearer(workspace, subject, role, List.of()),
                Clock.systemUTC().instant());
    }

    /** Good once, but not any more. */
    public String expiredToken(Tokens.Bearer bearer) throws IOException {
        return signed(bearer, Clock.systemUTC().instant().minus(Duration.ofDays(1)));
    }

    private String signed(Tokens.Bearer bearer, Instant issuedAt) throws IOException {
        return new Tokens(SigningKey.in(data.resolve("keys"))).sign(bearer, issuedAt, Duration.ofHours(4));
    }

    /** One more of a service beside the suite's own, on free ports. */
    public Replica replica(String service) throws IOException {
        return Replica.start(
                service, data.resolve("run").resolve(service + ".env"), data.resolveSibling(service + "-2.out"));
    }

    /** As {@code kill -9}, and without waiting for what the launcher makes of it. */
    public void kill(String part) throws IOException {
        process(part).destroyForcibly();
    }

    /** As {@code kill -9}, which may happen as often as one likes; it is started again at once. */
    public void killAndStartAgain(String part) throws IOException {
        int stops = timesSaid("^" + part + " +stopped on purpose");
        Path hold = Files.createFile(data.resolve("run").resolve(part + ".hold"));
        ProcessHandle process = process(part);
        process.destroyForcibly();
        process.onExit().join();
        awaitSaid("(?s)(^" + part + " +stopped on purpose.*?){" + (stops + 1) + "}");
        Files.delete(hold);
    }

    /** How often it said that the part is back. */
    public int returns(String part) {
        return timesSaid("^" + part + " +is back");
    }

    private int timesSaid(String pattern) {
        return (int) Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(said())
                .results()
                .count();
    }

    /** @param before how often it was back before */
    public void awaitReturn(String part, int before) {
        awaitSaid("(?s)(^" + part + " +is back.*?){" + (before + 1) + "}");
    }

    /** The process of a part, as long as it runs. */
    ProcessHandle process(String part) throws IOException {
        return new PidFile(data.resolve("run").resolve(part + ".pid"))
                .process()
                .orElseThrow(() -> new IOException(part + " does not run"));
    }

    boolean runs(String part) throws IOException {
        return new PidFile(data.resolve("run").resolve(part + ".pid")).process().isPresent();
    }

    /** As {@code kill -9} of the launcher, which leaves its parts running. */
    void killLauncher() throws InterruptedException {
        if (!launcher.destroyForcibly().waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher outlives kill -9");
        }
    }

    /** As {@code kill -9} of all there is. */
    public void killEverything() throws IOException, InterruptedException {
        killLauncher();
        for (String part : PARTS) {
            if (runs(part)) {
                ProcessHandle process = process(part);
                process.destroyForcibly();
                process.onExit().join();
            }
        }
    }

    /** As SIGTERM; returns the exit status when everything has stopped. */
    int stop() throws InterruptedException {
        launcher.destroy();
        return awaitEnd();
    }

    int awaitEnd() throws InterruptedException {
        if (!launcher.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher does not end; it said:\n" + said());
        }
        return launcher.exitValue();
    }

    /** Starts it again on the same data and ports; returns when it is ready. */
    public void startAgain() throws IOException {
        launcher = launch();
        awaitReady();
    }

    /** Everything the launcher has told since its last start. */
    public String said() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitSaid(String pattern) {
        Pattern wanted = Pattern.compile(pattern, Pattern.MULTILINE);
        try {
            Awaitility.await()
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> wanted.matcher(said()).find() || !launcher.isAlive());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("It never said " + pattern + " but:\n" + said(), late);
        }
        if (!wanted.matcher(said()).find()) {
            throw new AssertionError("It ended and never said " + pattern + " but:\n" + said());
        }
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(this);
        try {
            Ending.of(launcher.toHandle(), END_LIMIT);
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        for (String part : PARTS) {
            if (runs(part)) {
                process(part).destroyForcibly();
            }
        }
    }

    private void abandon() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("What a story left running is still there: " + e.getMessage());
        }
    }

    private void awaitReady() {
        awaitSaid("^ready ");
    }

    private Path output() {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                project().resolve("deploy/local/up").toString(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(ports.gateway()),
                "--kafka-port",
                Integer.toString(ports.kafka()),
                "--postgres-port",
                Integer.toString(ports.postgres()),
                "--service-port-base",
                Integer.toString(ports.services())));
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        prepare(builder.environment());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** For a program of the suite whose output counts to the last line. */
    static void prepare(Map<String, String> environment) {
        PRINTED_BY_JVMS.forEach(environment::remove);
        environment.put("OMNIFLOW_BUILD", "never");
    }

    /** The folder of the Maven wrapper. */
    public static Path project() {
        return Stream.<Path>iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }
}
