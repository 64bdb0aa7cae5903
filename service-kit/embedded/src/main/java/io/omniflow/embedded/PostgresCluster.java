package io.omniflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of one cluster: made whole or not at all, and freed of what a crashed server left in them. */
record PostgresCluster(PostgresConfig config, PostgresBinaries binaries, Unprivileged user) {

    /** Made beside and renamed when complete: a start that dies half-way leaves nothing that looks like a cluster. */
    void ensureExists() throws IOException, InterruptedException {
        Path data = config.dataDirectory();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        Path password = data.resolveSibling(data.getFileName() + ".password");
        deleteTree(fresh);
        Files.createDirectories(fresh.getParent());
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.handOver(fresh);
        PostgresSecrets secrets = PostgresSecrets.random();
        try {
            user.handOver(secrets.write(password));
            run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-sync",
                    "--no-instructions"));
        } finally {
            Files.deleteIfExists(password);
        }
        secrets.writeTo(fresh);
        Files.deleteIfExists(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server whose starter died is stopped, which is then the answer; a file that names no live server is removed, or it would be believed. */
    boolean clearLeftovers() throws IOException, InterruptedException {
        boolean found = PostmasterFile.in(config.dataDirectory())
                .flatMap(PostmasterFile::server)
                .isPresent();
        if (found) {
            stop("fast");
        }
        if (PostmasterFile.in(config.dataDirectory())
                .flatMap(PostmasterFile::server)
                .isEmpty()) {
            Files.deleteIfExists(config.dataDirectory().resolve("postmaster.pid"));
        }
        return found;
    }

    void stop(String mode) throws IOException, InterruptedException {
        run(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + config.dataDirectory(),
                "--mode=" + mode,
                "--wait",
                "--timeout=20"));
    }

    Process launch() throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(
                binaries.program("postgres"), "-D", config.dataDirectory().toString()));
        config.effective().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Files.createDirectories(config.log().getParent());
        return new ProcessBuilder(OwnSession.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(config.log().toFile()))
                .start();
    }

    /** Appends what the program says to the server's log and turns a failure into one line. */
    private void run(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(program);
        Files.createDirectories(config.log().getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(config.log().toFile()))
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
        if (process.exitValue() != 0) {
            throw new EmbeddedServerException(
                    Path.of(program.getFirst()).getFileName() + " failed: " + LogTail.lastLine(config.log()));
        }
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
