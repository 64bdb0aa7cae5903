package io.omniflow.integration.connection.domain;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a connection that may be shown.
 *
 * @param baseUrl the system's address when it is not the vendor's public one
 */
public record ConnectionTerms(
        ExternalSystem system, String name, @Nullable URI baseUrl, Map<String, String> settings, Sync sync) {
    public ConnectionTerms {
        settings = Map.copyOf(settings);
    }

    /** Whether calls would go elsewhere with that address, which whoever has the credentials must then say again. */
    public boolean movesTo(@Nullable String address) {
        return !Objects.equals(baseUrl == null ? null : baseUrl.toString(), address);
    }
}
