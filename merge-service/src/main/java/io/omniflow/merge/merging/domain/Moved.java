package io.omniflow.merge.merging.domain;

import java.util.List;
import java.util.UUID;

/** What a source brought to the destination. Tags and contacts are those the destination did not have. */
public record Moved(List<UUID> conversationIds, List<UUID> contactIds, List<UUID> noteIds, List<String> tags) {
    public Moved {
        conversationIds = List.copyOf(conversationIds);
        contactIds = List.copyOf(contactIds);
        noteIds = List.copyOf(noteIds);
        tags = List.copyOf(tags);
    }
}
