package io.omniflow.contract;

import java.util.List;
import java.util.UUID;

/** What one source brought to the destination; {@code tags} are those the destination did not have. */
public record MergeManifest(
        UUID source,
        TicketStatus previousStatus,
        List<UUID> conversationIds,
        List<UUID> contactIds,
        List<UUID> noteIds,
        List<String> tags) {}
