package io.omniflow.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** How large a request may be. */
@ConfigMapping(prefix = "omniflow.http")
public interface LimitsConfig {
    /** The largest body on all paths but {@link #largeBodyPaths}. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** Exact paths that take bodies up to {@code quarkus.http.limits.max-body-size}; they read them as a stream. */
    Optional<Set<String>> largeBodyPaths();
}
