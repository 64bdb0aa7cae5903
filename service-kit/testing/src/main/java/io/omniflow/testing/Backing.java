package io.omniflow.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under test its PostgreSQL database, a Kafka with all topics, and the key that verifies {@link Tokens}. The
 * servers are started once a JVM and end with it. Use as
 * {@code @WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)}.
 */
public final class Backing implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(SharedServers.settingsOf(databaseName()));
        settings.put("mp.jwt.verify.publickey", TestKeys.publicKey());
        return settings;
    }

    /** The servers outlive this resource: another test profile of the same JVM uses them again. */
    @Override
    public void stop() {}

    private static String databaseName() {
        String application = properties().getProperty("quarkus.application.name", "tested");
        return application.replaceFirst("-service$", "").replace('-', '_');
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (@Nullable InputStream in =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
