package io.omniflow.local.story;

import io.omniflow.local.Suite;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A program that is no part of the suite, run as a process of its own from a module's test jar. */
final class JavaProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder begun = new StringBuilder();

    private JavaProgram(Process process, BufferedReader output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param module whose test jar has the program
     * @param libraries a class of each jar it needs besides
     */
    static JavaProgram start(Path folder, String module, List<String> libraries, String main, String... arguments)
            throws IOException {
        Path output = folder.resolve(main + ".out");
        String classPath = Stream.concat(
                        Stream.of(testJar(module)), libraries.stream().map(JavaProgram::jarOf))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath,
                                main),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new JavaProgram(process, Files.newBufferedReader(output));
    }

    /** The next line it prints that holds the text; those before it are passed over for good. */
    String awaitLine(String text) {
        return Awaitility.await(text)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> nextLine(text), Optional::isPresent)
                .orElseThrow();
    }

    /** Reads on where it stopped: it may have printed a great deal. A line counts once it has its end. */
    private Optional<String> nextLine(String text) throws IOException {
        for (int read = output.read(); read >= 0; read = output.read()) {
            if (read != '\n') {
                begun.append((char) read);
                continue;
            }
            String line = begun.toString();
            begun.setLength(0);
            if (line.contains(text)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        output.close();
    }

    private static Path testJar(String module) {
        Path target = Suite.project().resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-tests.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Not packaged: the tests of " + module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarOf(String type) {
        try {
            return Path.of(Class.forName(type)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new AssertionError("No jar of " + type + " is at hand", e);
        }
    }
}
