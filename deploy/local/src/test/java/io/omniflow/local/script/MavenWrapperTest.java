package io.omniflow.local.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.omniflow.local.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fetching of Maven from a repository that the test plays. */
class MavenWrapperTest {
    private static final String ARCHIVE = "/here/org/apache/maven/apache-maven/1.0/apache-maven-1.0-bin.zip";

    private final Path folder;
    private final HttpServer repository;
    private final byte[] zip;

    MavenWrapperTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.zip = zip();
        this.repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        repository.start();
    }

    @AfterEach
    void close() {
        repository.stop(0);
    }

    /** Both have the whole archive before either can have moved its own into place. */
    @Test
    void two_first_runs_at_once_both_find_a_maven() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        serve(both);
        var runs = List.of(fetching(sum(zip)), fetching(sum(zip)));

        for (CompletableFuture<ScriptRun> run : runs) {
            ScriptRun done = run.get(2, TimeUnit.MINUTES);
            assertEquals(0, done.status(), done::output);
            assertEquals(home().toString(), done.output().lines().toList().getLast());
        }
        assertTrue(Files.isExecutable(home().resolve("bin/mvn")));
        try (var left = Files.list(home().getParent())) {
            assertEquals(List.of(home()), left.toList());
        }
    }

    @Test
    void another_sum_is_told_in_one_line_and_nothing_is_kept() throws Exception {
        serve(new CyclicBarrier(1));

        ScriptRun run = fetching("0123").get(2, TimeUnit.MINUTES);

        assertEquals(1, run.status());
        List<String> lines = run.output().lines().toList();
        assertEquals(2, lines.size(), run::output);
        assertTrue(lines.getLast().startsWith("Maven cannot be fetched: the sum of http://"), run::output);
        try (var left = Files.list(home().getParent())) {
            assertEquals(0, left.count());
        }
    }

    private void serve(CyclicBarrier together) {
        repository.createContext(ARCHIVE, exchange -> {
            try {
                together.await(1, TimeUnit.MINUTES);
            } catch (Exception e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(200, zip.length);
            exchange.getResponseBody().write(zip);
            exchange.close();
        });
    }

    private Path home() {
        return folder.resolve("m2/wrapper/dists/apache-maven-1.0");
    }

    private CompletableFuture<ScriptRun> fetching(String sum) throws IOException {
        Path properties = Files.writeString(folder.resolve("maven.properties"), """
                version=1.0
                repository=http://nowhere.invalid
                path=org/apache/maven/apache-maven/{version}/apache-maven-{version}-bin.zip
                sha512=%s
                """.formatted(sum));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Suite.project().resolve(".mvn/wrapper/FetchMaven.java").toString(),
                properties.toString());
        Map<String, String> environment = Map.of(
                "MAVEN_USER_HOME",
                folder.resolve("m2").toString(),
                "MVNW_REPOURL",
                "http://127.0.0.1:" + repository.getAddress().getPort() + "/here/");
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return ScriptRun.of(folder, environment, command);
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("apache-maven-1.0/bin/mvn"));
            archive.write("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
    }
}
