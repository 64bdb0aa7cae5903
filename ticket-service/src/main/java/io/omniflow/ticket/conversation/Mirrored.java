package io.omniflow.ticket.conversation;

import io.omniflow.ticket.conversation.domain.Conversation;

/**
 * What became of a told fact.
 *
 * @param told the fact as it was understood: with the contact it is about
 */
public record Mirrored(Conversation conversation, Told told, Novelty novelty) {
    /** Whether the fact told something that was not known. */
    public enum Novelty {
        NEWS,
        KNOWN
    }

    boolean isNews() {
        return novelty == Novelty.NEWS;
    }
}
