package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import and how far it is. {@code lines} were read; {@code created}, {@code changed} and {@code unchanged} count
 * tickets, {@code refused} those left out with a problem, {@code facts} the facts made. At most 100 problems are shown.
 */
public record ImportJob(
        WorkspaceId workspace,
        UUID id,
        State state,
        String actor,
        String correlationId,
        long lines,
        long created,
        long changed,
        long unchanged,
        long refused,
        long facts,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<Problem> problems) {

    public enum State {
        STAGING,
        RUNNING,
        COMPLETED
    }

    /** Of what the import does by itself. */
    Origin origin() {
        return new Origin("import:" + id, correlationId, null);
    }

    /** Of those in the file, whatever they came to. */
    public long ticketsDone() {
        return created + changed + unchanged + refused;
    }

    /** Grows with each change of this import: lines only come, tickets only get done, states only follow each other. */
    public long version() {
        return lines + ticketsDone() + facts + stage();
    }

    private int stage() {
        return switch (state) {
            case STAGING -> 0;
            case RUNNING -> 1;
            case COMPLETED -> 2;
        };
    }

    /** {@code line} counts from 1. */
    public record Problem(long line, @Nullable String externalId, String detail) {}
}
