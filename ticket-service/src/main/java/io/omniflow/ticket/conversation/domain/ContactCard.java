package io.omniflow.ticket.conversation.domain;

import org.jspecify.annotations.Nullable;

/** The other side of a conversation as it came with it. */
public record ContactCard(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {
    public static final ContactCard EMPTY = new ContactCard(null, null, null);

    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
