package io.omniflow.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a server keeps its data, where it listens and where its own log goes.
 *
 * @param settings parameters of postgresql.conf, set over the defaults of {@link #DEFAULTS}
 */
public record PostgresConfig(Path dataDirectory, int port, Path log, Map<String, String> settings) {
    /** Loopback only, no socket file to leave behind, UTC, and small enough to stand beside four services. */
    public static final Map<String, String> DEFAULTS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "200",
            "shared_buffers", "128MB",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "jit", "off",
            "wal_compression", "pglz",
            "checkpoint_timeout", "15min");

    /** Faster, and as safe against a killed process; only the loss of the machine itself could cost data. */
    public static final Map<String, String> WITHOUT_FSYNC =
            Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "on");

    public static PostgresConfig in(Path dataDirectory, int port) {
        Path absolute = dataDirectory.toAbsolutePath();
        return new PostgresConfig(absolute, port, absolute.resolveSibling(absolute.getFileName() + ".log"), Map.of());
    }

    public PostgresConfig loggingTo(Path file) {
        return new PostgresConfig(dataDirectory, port, file, settings);
    }

    public PostgresConfig with(Map<String, String> more) {
        Map<String, String> merged = new LinkedHashMap<>(settings);
        merged.putAll(more);
        return new PostgresConfig(dataDirectory, port, log, Map.copyOf(merged));
    }

    Map<String, String> effective() {
        Map<String, String> merged = new LinkedHashMap<>(DEFAULTS);
        merged.putAll(settings);
        merged.put("port", Integer.toString(port));
        return merged;
    }
}
