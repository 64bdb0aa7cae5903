package io.omniflow.integration.hook.rest;

import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.Shutdown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it is shown. {@code secret} is given by the call that made it and null afterwards; {@code failingSince} is
 * null while the endpoint works; {@code disabledReason} is {@code failing} or {@code gone} where the suite disabled it.
 */
record EndpointView(
        UUID id,
        String url,
        String description,
        List<String> eventTypes,
        boolean enabled,
        @Nullable String secret,
        Instant secretChangedAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static EndpointView of(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointView of(Endpoint endpoint, @Nullable String secret) {
        @Nullable Shutdown shutdown = endpoint.shutdown();
        return new EndpointView(
                endpoint.id().value(),
                endpoint.terms().url().toString(),
                endpoint.terms().description(),
                endpoint.terms().eventTypes(),
                endpoint.terms().activity() == Activity.ENABLED,
                secret,
                endpoint.secretChangedAt(),
                endpoint.failingSince(),
                shutdown == null ? null : shutdown.at(),
                shutdown == null ? null : shutdown.reason().text(),
                endpoint.version(),
                endpoint.createdAt(),
                endpoint.updatedAt());
    }

    @Override
    public String toString() {
        return "EndpointView[" + id + "]";
    }
}
