package io.omniflow.merge.audit.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The record that a payload was emptied because a contact was erased. Nothing but the one form below may stand in the
 * payload's place, and an entry of the chain lists what was emptied: so an erasure can hide nothing else.
 *
 * @param erasedBy the entry that told of the contact's erasure
 * @param payloadHash of what stands there now; the hash of what was sealed stays in the entry
 * @param toldIn the entry that lists this redaction
 */
public record Redaction(long sequence, UUID erasedBy, Hash payloadHash, UUID toldIn) {
    /** The kind of the entries that list what was emptied. */
    public static final String KIND = "payloads_redacted";

    public static final String SERVICE = "merge-service";

    /** What stands in the place of a payload; {@code redact_erased} of the database writes the same text. */
    static String form(UUID erasedBy) {
        return "{\"after\":null,\"before\":null,\"details\":{},\"origin\":{},\"redacted\":{\"erasedBy\":\"" + erasedBy
                + "\"}}";
    }

    /**
     * The fact that lists redactions of one erasure.
     *
     * @param redactions at least one; all of them told in the same entry
     */
    public static Fact fact(
            WorkspaceId workspace, List<Redaction> redactions, String actor, String correlationId, Instant now) {
        Redaction first = redactions.getFirst();
        String lines = redactions.stream().map(Redaction::line).collect(Collectors.joining(","));
        return new Fact(
                workspace,
                first.toldIn(),
                null,
                KIND,
                actor,
                now,
                SERVICE,
                null,
                correlationId,
                "{\"after\":null,\"before\":null,\"details\":{\"entries\":[" + lines
                        + "]},\"origin\":{\"backfill\":false,\"causationId\":\"" + first.erasedBy()
                        + "\",\"changeId\":null,\"sequence\":null,\"sourceAddress\":null}}");
    }

    public static Redaction of(long sequence, UUID erasedBy, UUID toldIn) {
        return new Redaction(sequence, erasedBy, Digest.salted(Salt.NONE, form(erasedBy)), toldIn);
    }

    /** The entry with its payload emptied, as it goes back into an archive. */
    public static Entry emptied(Entry entry, UUID erasedBy) {
        Fact fact = entry.fact();
        return new Entry(
                entry.sequence(),
                new Fact(
                        fact.workspace(),
                        fact.id(),
                        fact.ticketId(),
                        fact.kind(),
                        fact.actor(),
                        fact.at(),
                        fact.service(),
                        fact.mergeId(),
                        fact.correlationId(),
                        form(erasedBy)),
                entry.recordedAt(),
                Salt.NONE,
                entry.payloadHash(),
                entry.previousHash(),
                entry.hash());
    }

    boolean standsIn(Entry entry) {
        String payload = entry.fact().payload();
        return payload.equals(form(erasedBy))
                && entry.salt().equals(Salt.NONE)
                && payloadHash.equals(Digest.salted(Salt.NONE, payload));
    }

    /** Whether a fact lists this redaction. */
    boolean isToldBy(Fact fact) {
        return fact.id().equals(toldIn)
                && fact.kind().equals(KIND)
                && fact.service().equals(SERVICE)
                && fact.payload().contains(line());
    }

    private String line() {
        return "{\"payloadHash\":\"" + payloadHash.hex() + "\",\"sequence\":" + sequence + "}";
    }
}
