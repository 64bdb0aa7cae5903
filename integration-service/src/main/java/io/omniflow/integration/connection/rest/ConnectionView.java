package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.integration.connection.domain.Secrets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection as it is shown: of a secret only that it is set. */
record ConnectionView(
        UUID id,
        String system,
        String name,
        @Nullable String baseUrl,
        Map<String, String> credentials,
        @Nullable String webhookSecret,
        Map<String, String> settings,
        String sync,
        Instant secretsChangedAt,
        long version,
        Instant createdAt,
        Instant updatedAt,
        HealthView health) {
    private static final String SET = "set";

    static ConnectionView of(Connection connection, Health health) {
        Map<String, String> credentials = new TreeMap<>();
        connection.secretNames().stream()
                .filter(name -> !name.equals(Secrets.WEBHOOK_SECRET))
                .forEach(name -> credentials.put(name, SET));
        return new ConnectionView(
                connection.id().value(),
                connection.terms().system().text(),
                connection.terms().name(),
                connection.terms().baseUrl() == null
                        ? null
                        : connection.terms().baseUrl().toString(),
                credentials,
                connection.secretNames().contains(Secrets.WEBHOOK_SECRET) ? SET : null,
                connection.terms().settings(),
                connection.terms().sync().text(),
                connection.secretsChangedAt(),
                connection.version(),
                connection.createdAt(),
                connection.updatedAt(),
                HealthView.of(health));
    }
}
