package io.omniflow.contract;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What one source brought to the destination; {@code tags} are those the destination did not have. */
public record MergeManifest(
        UUID source,
        TicketStatus previousStatus,
        List<UUID> conversationIds,
        List<UUID> contactIds,
        List<UUID> noteIds,
        @Size(max = Limits.TAGS) List<@Size(min = 1, max = Limits.TAG_CHARACTERS) String> tags) {}
