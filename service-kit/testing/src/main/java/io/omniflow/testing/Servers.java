package io.omniflow.testing;

import io.omniflow.embedded.KafkaBroker;
import io.omniflow.embedded.TopicPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * PostgreSQL and Kafka for the tests of this JVM: containers where a Docker daemon answers, embedded ones elsewhere. Set
 * {@code -Domniflow.test.docker=never} to use the embedded ones in any case.
 */
public final class Servers {
    private static final Map<String, Properties> DATABASES = new HashMap<>();
    /** They start before Quarkus sets up logging. Held here, because a logger nobody holds forgets its level. */
    private static final Map<Logger, Level> QUIET = Map.of(
            Logger.getLogger("io.zonky"), Level.WARNING,
            Logger.getLogger("kafka"), Level.WARNING,
            Logger.getLogger("org.apache.kafka"), Level.WARNING,
            Logger.getLogger("org.testcontainers"), Level.OFF,
            Logger.getLogger("state.change.logger"), Level.WARNING);

    private static @Nullable ServerPair running;

    private Servers() {}

    /** Called by reflection from other class loaders, hence only types of the JDK. */
    public static synchronized Properties settingsOf(String database) {
        return DATABASES.computeIfAbsent(database, Servers::create);
    }

    private static Properties create(String database) {
        ServerPair servers = running();
        TestDatabase made = servers.createDatabase(database);
        Properties settings = new Properties();
        settings.setProperty("quarkus.datasource.reactive.url", made.reactiveUrl());
        settings.setProperty("quarkus.datasource.username", made.runtimeUser());
        settings.setProperty("quarkus.datasource.password", made.runtimePassword());
        settings.setProperty("quarkus.flyway.jdbc-url", made.jdbcUrl());
        settings.setProperty("quarkus.flyway.username", made.ownerUser());
        settings.setProperty("quarkus.flyway.password", made.ownerPassword());
        settings.setProperty("quarkus.flyway.placeholders.\"runtimeRole\"", made.runtimeUser());
        settings.setProperty("kafka.bootstrap.servers", servers.bootstrapServers());
        return settings;
    }

    private static ServerPair running() {
        ServerPair known = running;
        if (known != null) {
            return known;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Servers.class.getClassLoader());
        try {
            QUIET.forEach((logger, level) -> logger.setLevel(level));
            ServerPair started = dockerAnswers() ? DockerServers.start() : EmbeddedServers.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-test-servers"));
            KafkaBroker.createTopics(started.bootstrapServers(), TopicPlan.SUITE);
            running = started;
            return started;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean dockerAnswers() {
        return !"never".equals(System.getProperty("omniflow.test.docker"))
                && DockerClientFactory.instance().isDockerAvailable();
    }
}
