package io.omniflow.ticket.directory;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person affected. {@code version} counts the changes of the contact, from 1. An erased contact keeps its id, so that
 * tickets stay readable, and takes no changes.
 */
public record Contact(
        UUID id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalId,
        Map<String, String> attributes,
        Instant createdAt,
        @Nullable Instant erasedAt,
        long version) {

    /** Without what tells of the person. */
    public Contact erased(Instant at) {
        return new Contact(id, null, null, null, externalId, Map.of(), createdAt, at, version + 1);
    }

    Contact inVersion(long next) {
        return new Contact(id, name, email, phone, externalId, attributes, createdAt, erasedAt, next);
    }
}
