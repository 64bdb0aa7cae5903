package io.omniflow.merge.audit.domain;

import java.time.Instant;

/**
 * A fact in its place in the chain. The hash covers the payload only through {@code payloadHash}: a payload may be
 * erased one day, and the chain still holds.
 *
 * @param recordedAt when it was appended, to the millisecond
 */
public record Entry(
        long sequence, Fact fact, Instant recordedAt, Salt salt, Hash payloadHash, Hash previousHash, Hash hash) {
    /** Hashed in front of the fields; a change of the encoding gets another name. */
    private static final String ENCODING = "omniflow-audit-entry-1";

    static Entry after(Head head, Fact fact, Instant recordedAt, Salt salt) {
        long sequence = head.sequence() + 1;
        Hash payloadHash = Digest.salted(salt, fact.payload());
        Hash hash = hashOf(sequence, fact, recordedAt, payloadHash, head.hash());
        return new Entry(sequence, fact, recordedAt, salt, payloadHash, head.hash(), hash);
    }

    Head asHead() {
        return new Head(sequence, hash);
    }

    boolean holdsItsPayload() {
        return payloadHash.equals(Digest.salted(salt, fact.payload()));
    }

    boolean holdsItsFields() {
        return hash.equals(hashOf(sequence, fact, recordedAt, payloadHash, previousHash));
    }

    private static Hash hashOf(long sequence, Fact fact, Instant recordedAt, Hash payloadHash, Hash previousHash) {
        return new Digest()
                .text(ENCODING)
                .id(fact.workspace().value())
                .number(sequence)
                .id(fact.id())
                .id(fact.ticketId())
                .text(fact.kind())
                .text(fact.actor())
                .instant(fact.at())
                .instant(recordedAt)
                .text(fact.service())
                .id(fact.mergeId())
                .text(fact.correlationId())
                .hash(payloadHash)
                .hash(previousHash)
                .end();
    }
}
