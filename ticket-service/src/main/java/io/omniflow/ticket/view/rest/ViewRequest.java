package io.omniflow.ticket.view.rest;

import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.view.Scope;
import io.omniflow.ticket.view.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Only the name is needed: a private view of all tickets, those changed last first. */
@Schema(name = "MakeView")
record ViewRequest(
        @Nullable String name,
        @Nullable Scope scope,
        @Nullable UUID teamId,
        @Nullable Map<String, @Nullable Object> filter,
        @Nullable String sort,
        @Nullable List<String> columns) {
    View.Terms terms() {
        return TermsCheck.checked(new View.Terms(
                name == null ? "" : name.strip(),
                scope == null ? Scope.PRIVATE : scope,
                teamId,
                TermsCheck.patched(Map.of(), filter == null ? Map.of() : filter),
                sort == null ? TicketSearch.DEFAULT_SORT : sort,
                columns == null ? List.of() : List.copyOf(columns)));
    }
}
