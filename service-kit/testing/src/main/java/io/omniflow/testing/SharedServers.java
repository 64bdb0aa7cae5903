package io.omniflow.testing;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Properties;

/**
 * The servers live in the JVM's own class loader: Quarkus loads a test and what it uses anew for each profile, and closes the
 * former loader under a Kafka that still runs in it. What they are reached by is kept in system properties, which all loaders
 * share.
 */
final class SharedServers {
    private static final String PREFIX = "omniflow.test.settings.";

    private SharedServers() {}

    /** Starts what does not run yet and creates the database; the Quarkus settings that lead there. */
    static Map<String, String> settingsOf(String database) {
        try {
            Class<?> home = Class.forName(Servers.class.getName(), true, ClassLoader.getSystemClassLoader());
            Properties settings = (Properties)
                    home.getDeclaredMethod("settingsOf", String.class).invoke(null, database);
            settings.stringPropertyNames()
                    .forEach(name -> System.setProperty(PREFIX + name, settings.getProperty(name)));
            return settings.stringPropertyNames().stream()
                    .collect(java.util.stream.Collectors.toUnmodifiableMap(name -> name, settings::getProperty));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("The servers for the tests do not start", failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A setting of the service under test. */
    static String setting(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("No servers run yet: the test class needs Backing as its test resource");
        }
        return value;
    }
}
