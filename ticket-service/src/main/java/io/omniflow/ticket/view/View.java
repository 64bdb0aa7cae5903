package io.omniflow.ticket.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved list of tickets.
 *
 * @param ownerSubject the subject of the token it was made with
 */
public record View(UUID id, Terms terms, String ownerSubject, long version, Instant createdAt, Instant updatedAt) {

    /**
     * What may be changed.
     *
     * @param teamId set for a view of a team, and only then
     * @param filter the list's parameters and their values, as {@code assignee: [me]}; who asks is me
     */
    public record Terms(
            String name,
            Scope scope,
            @Nullable UUID teamId,
            Map<String, List<String>> filter,
            String sort,
            List<String> columns) {}

    View with(Terms after, Instant now) {
        return new View(id, after, ownerSubject, version + 1, createdAt, now);
    }
}
