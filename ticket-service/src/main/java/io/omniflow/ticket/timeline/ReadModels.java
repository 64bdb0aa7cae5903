package io.omniflow.ticket.timeline;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services know of a ticket, kept for reading beside it. An older word never replaces a newer one. */
public interface ReadModels {
    /** @param summary as it was published; {@code state} and {@code nextDueAt} are in it, too */
    record Sla(
            WorkspaceId workspace,
            UUID ticketId,
            long sequence,
            String state,
            @Nullable Instant nextDueAt,
            Map<String, Object> summary) {}

    /** Whether a link still stands. */
    enum Standing {
        LINKED,
        REMOVED
    }

    record Link(
            WorkspaceId workspace,
            UUID ticketId,
            UUID linkId,
            String system,
            String key,
            String url,
            @Nullable String state,
            Instant changedAt,
            Standing standing) {}

    Uni<Void> keepSla(SqlConnection transaction, List<Sla> summaries);

    Uni<Void> keepLinks(SqlConnection transaction, List<Link> links);

    /** The state in the other system has changed. */
    record LinkState(
            WorkspaceId workspace,
            UUID ticketId,
            UUID linkId,
            @Nullable String state,
            Instant changedAt) {}

    Uni<Void> keepLinkStates(SqlConnection transaction, List<LinkState> states);

    /** What became of one state that was to be shown. */
    sealed interface Shown {
        /** The ticket has no such link. */
        record Nowhere() implements Shown {}

        /** It was shown already, or a later one is. */
        record Before() implements Shown {}

        record Now(@Nullable String before) implements Shown {}
    }

    Uni<Shown> showLinkState(SqlConnection transaction, LinkState state);
}
