package io.omniflow.merge.audit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hashes computed once by another program, in another language, from the encoding as the README describes it. */
class EntryTest {
    private static final WorkspaceId WORKSPACE =
            new WorkspaceId(UUID.fromString("019ab3c0-0000-7000-8000-000000000001"));
    private static final UUID TICKET = UUID.fromString("019ab3c0-2222-7000-8000-000000000001");
    private static final UUID MERGE = UUID.fromString("019ab3c0-3333-7000-8000-000000000001");
    private static final Fact CREATED = new Fact(
            WORKSPACE,
            UUID.fromString("019ab3c0-1111-7000-8000-000000000001"),
            TICKET,
            "created",
            "agent:anna",
            Instant.parse("2026-11-24T09:30:00.125Z"),
            "ticket-service",
            null,
            "corr-1",
            "{\"after\":{\"title\":\"Prüfung\"},\"before\":null,\"details\":{},\"origin\":{\"backfill\":false,"
                    + "\"causationId\":null,\"changeId\":null,\"sequence\":1}}");
    private static final Fact COMPLETED = new Fact(
            WORKSPACE,
            UUID.fromString("019ab3c0-1111-7000-8000-000000000002"),
            null,
            "completed",
            "system:merge-service",
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            "merge-service",
            MERGE,
            "corr-2",
            "{\"after\":\"waiting\",\"before\":\"open\",\"details\":{},\"origin\":{\"backfill\":false,"
                    + "\"causationId\":null,\"changeId\":null,\"sequence\":2}}");

    @Test
    void the_first_entry_follows_zeros() {
        Entry first = first();

        assertEquals(1, first.sequence());
        assertEquals("0".repeat(64), first.previousHash().hex());
        assertEquals(
                "0f9cc2a3322656bb8599e163379d31cfcda74308848047e4e56de165011b936f",
                first.payloadHash().hex());
        assertEquals(
                "3f193295deae12a06641a4b40e74b73832dbc10e7ef069868545a987e6dd9a8c",
                first.hash().hex());
    }

    @Test
    void an_absent_id_and_a_time_before_1970_have_their_own_place_in_the_hash() {
        Entry second = Entry.after(
                first().asHead(), COMPLETED, Instant.parse("2026-11-24T09:30:01Z"), new Salt("a1".repeat(32)));

        assertEquals(2, second.sequence());
        assertEquals(
                "5b56bda1a58084512d19dd69e094044b8b8840bf756419fa357af8bd54405c59",
                second.payloadHash().hex());
        assertEquals(
                "1794e318d787ca8a556b0ed567036efc8f717a8c86bd6955f561318ebc67bc92",
                second.hash().hex());
    }

    private static Entry first() {
        return Entry.after(
                Head.NONE, CREATED, Instant.parse("2026-11-24T09:30:00.130456Z"), new Salt("0".repeat(63) + "1"));
    }
}
