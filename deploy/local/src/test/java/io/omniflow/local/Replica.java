package io.omniflow.local;

import io.omniflow.embedded.FreePorts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A second process of a service, with the environment of the first and ports of its own. Nobody starts it again. */
public final class Replica implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Pattern VARIABLE = Pattern.compile("^(\\w+)='(.*)'$", Pattern.MULTILINE);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path output;
    private final URI health;
    private Process process;

    private Replica(List<String> command, Map<String, String> environment, Path output, URI health) throws IOException {
        this.command = command;
        this.environment = environment;
        this.output = output;
        this.health = health;
        this.process = launch();
    }

    static Replica start(String service, Path variables, Path output) throws IOException {
        List<Integer> ports = FreePorts.some(2);
        Map<String, String> environment = new TreeMap<>(VARIABLE.matcher(Files.readString(variables))
                .results()
                .collect(Collectors.toMap((MatchResult found) -> found.group(1), found -> found.group(2))));
        environment.put("QUARKUS_HTTP_PORT", ports.get(0).toString());
        environment.put("QUARKUS_MANAGEMENT_PORT", ports.get(1).toString());
        environment.put("OMNIFLOW_REPLICA_NAME", service + "-2");
        Path jar = Suite.project().resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString());
        Replica replica = new Replica(
                command, environment, output, URI.create("http://127.0.0.1:" + ports.get(1) + "/q/health/ready"));
        replica.awaitReady();
        return replica;
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Returns at once. */
    public void startAgain() throws IOException {
        process.onExit().join();
        process = launch();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        Suite.prepare(builder.environment());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitReady() {
        Awaitility.await(command.getLast())
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
    }

    private boolean isReady() throws IOException {
        HttpURLConnection call = (HttpURLConnection) health.toURL().openConnection();
        try {
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            call.disconnect();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!process.destroyForcibly().waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("A replica outlives kill -9");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
