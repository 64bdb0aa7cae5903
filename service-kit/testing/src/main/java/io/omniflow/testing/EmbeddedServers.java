package io.omniflow.testing;

import io.omniflow.embedded.KafkaBroker;
import io.omniflow.embedded.PostgresConfig;
import io.omniflow.embedded.PostgresServer;
import io.omniflow.embedded.ServiceDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Both on a data directory that is deleted at the end. */
final class EmbeddedServers implements ServerPair {
    private final Path folder;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private EmbeddedServers(Path folder, PostgresServer postgres, KafkaBroker kafka) {
        this.folder = folder;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static EmbeddedServers start() {
        try {
            Path folder = Files.createTempDirectory("omniflow-test-");
            PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), 0, PostgresConfig.WITHOUT_FSYNC);
            try {
                return new EmbeddedServers(folder, postgres, KafkaBroker.start(folder.resolve("kafka"), 0, 0));
            } catch (RuntimeException failed) {
                postgres.close();
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TestDatabase createDatabase(String name) {
        ServiceDatabase made = postgres.createDatabase(name);
        return new TestDatabase(
                "127.0.0.1",
                made.port(),
                made.name(),
                made.owner().user(),
                made.owner().password(),
                made.runtime().user(),
                made.runtime().password());
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
