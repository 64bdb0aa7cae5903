package io.omniflow.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** Both as containers; Testcontainers removes them when the JVM ends, however it ends. */
final class DockerServers implements ServerPair {
    private static final String PASSWORD = "test";

    private final PostgreSQLContainer<?> postgres;
    private final KafkaContainer kafka;

    private DockerServers(PostgreSQLContainer<?> postgres, KafkaContainer kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    @SuppressWarnings("resource") // close() does, at the end of the JVM
    static DockerServers start() {
        PostgreSQLContainer<?> postgres = new PostgreSQLContainer<>("postgres:18")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=UTC");
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.0.0")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        Startables.deepStart(postgres, kafka).join();
        return new DockerServers(postgres, kafka);
    }

    @Override
    public TestDatabase createDatabase(String name) {
        TestDatabase database = new TestDatabase(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                name,
                name + "_owner",
                PASSWORD,
                name + "_runtime",
                PASSWORD);
        run(
                postgres.getJdbcUrl(),
                "create role " + database.ownerUser() + " login password '" + PASSWORD + "'",
                "create role " + database.runtimeUser() + " login password '" + PASSWORD + "'",
                "create database " + name + " owner " + database.ownerUser(),
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to " + database.runtimeUser());
        run(
                database.jdbcUrl(),
                "revoke create on schema public from public",
                "grant usage on schema public to " + database.runtimeUser());
        return database;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private void run(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url, postgres.getUsername(), postgres.getPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
