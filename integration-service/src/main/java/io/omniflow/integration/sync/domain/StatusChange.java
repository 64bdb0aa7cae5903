package io.omniflow.integration.sync.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket has a status since then.
 *
 * @param command the command of this link's own that brought it about; null when it was anybody else's doing
 */
public record StatusChange(
        TicketStatus status, Instant at, @Nullable UUID command) {}
