package io.omniflow.local.story;

import io.omniflow.local.Suite;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A program that is no part of the suite, run as a process of its own from a module's test jar. */
final class JavaProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;

    private JavaProgram(Process process, Path output) {
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
        return new JavaProgram(process, output);
    }

    /** The first line of what it prints that holds the text. */
    String awaitLine(String text) {
        return Awaitility.await(text)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> lines().stream()
                                .filter(line -> line.contains(text))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
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
