package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.sync.domain.Comment;
import java.util.Map;
import java.util.UUID;

/** Something to be said at an issue, as a delivery carries it. */
record Said(Kind kind, String author, String text) {
    /** The comment's id, chosen when it is added to the queue: version 4, as Linear wants it. */
    static final String ID = "comment";

    private static final String KIND = "kind";
    private static final String AUTHOR = "author";
    private static final String TEXT = "text";
    private static final String SUITE = "Omniflow Tickets";

    enum Kind {
        /** Said only where the mapping carries comments. */
        NOTE,
        MERGING
    }

    static Said note(long ticket, String body) {
        return new Said(Kind.NOTE, "Ticket #" + ticket, body);
    }

    static Said merging(String text) {
        return new Said(Kind.MERGING, SUITE, text);
    }

    static Said in(Delivery delivery) {
        return new Said(Kind.valueOf(delivery.told(KIND)), delivery.told(AUTHOR), delivery.told(TEXT));
    }

    Map<String, String> payload(UUID id) {
        return Map.of(ID, id.toString(), KIND, kind.name(), AUTHOR, author, TEXT, text);
    }

    Comment comment(Delivery delivery) {
        return new Comment(UUID.fromString(delivery.told(ID)), author, text);
    }
}
