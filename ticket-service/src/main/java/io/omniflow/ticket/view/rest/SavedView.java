package io.omniflow.ticket.view.rest;

import io.omniflow.ticket.view.Scope;
import io.omniflow.ticket.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A view as the API shows it. */
@Schema(name = "View")
record SavedView(
        UUID id,
        String name,
        Scope scope,
        @Nullable UUID teamId,
        String ownerSubject,
        Map<String, List<String>> filter,
        String sort,
        List<String> columns,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static SavedView of(View view) {
        View.Terms terms = view.terms();
        return new SavedView(
                view.id(),
                terms.name(),
                terms.scope(),
                terms.teamId(),
                view.ownerSubject(),
                terms.filter(),
                terms.sort(),
                terms.columns(),
                view.version(),
                view.createdAt(),
                view.updatedAt());
    }

    /** Describes a page of views to the readers of the API description. */
    @Schema(name = "ViewPage")
    record Several(List<SavedView> items, @Nullable String nextCursor) {}
}
