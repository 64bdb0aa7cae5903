package io.omniflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param project the folder of the Maven wrapper
 * @param data what is kept between runs, {@code .local} unless told otherwise
 */
public record Layout(Path project, Path data) {
    public Path postgres() {
        return data.resolve("postgresql");
    }

    public Path kafka() {
        return data.resolve("kafka");
    }

    public Path keys() {
        return data.resolve("keys");
    }

    public Path token() {
        return data.resolve("token");
    }

    /** Process ids, the launcher's lock and what {@code ctl} and {@code dev} leave for it. */
    public Path run() {
        return data.resolve("run");
    }

    /** What the parts put aside while they run, such as uploads; emptied at every start and stop. */
    public Path temporary() {
        return run().resolve("tmp");
    }

    public Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }

    public Path packagedService(SuiteService service) {
        return project.resolve(service.folder()).resolve("target/quarkus-app");
    }

    /**
     * Beside what was built, so that a clean build also forgets what was remembered about the old one; with the data
     * where somebody else owns the build.
     */
    public Path aotCaches() {
        Path beside = project.resolve("deploy/local/target");
        return Files.isWritable(beside) ? beside.resolve("aot") : data.resolve("aot");
    }

    /** Readable by nobody else: the folder holds keys and tokens. */
    public void create() throws IOException {
        if (!Files.isDirectory(data)) {
            Files.createDirectories(data.toAbsolutePath().getParent());
            Files.createDirectory(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        for (Path folder : List.of(keys(), run(), data.resolve("logs"))) {
            Files.createDirectories(folder);
        }
    }

    /** Tickets, events and secrets of former runs go; keys stay, so that tokens handed out stay good. */
    public void empty() throws IOException {
        for (Path folder : List.of(postgres(), data.resolve("postgresql.new"), kafka())) {
            deleteTree(folder);
        }
        Files.deleteIfExists(data.resolve("demo-since"));
    }

    void forgetTemporary() throws IOException {
        deleteTree(temporary());
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
