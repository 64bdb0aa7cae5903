package io.omniflow.testing;

/** A PostgreSQL and a Kafka that run. */
sealed interface ServerPair extends AutoCloseable permits DockerServers, EmbeddedServers {
    TestDatabase createDatabase(String name);

    String bootstrapServers();

    @Override
    void close();
}
