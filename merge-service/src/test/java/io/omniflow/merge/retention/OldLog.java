package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.time.Ids;
import io.omniflow.merge.audit.domain.Chain;
import io.omniflow.merge.audit.domain.CheckpointRule;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Salt;
import io.omniflow.testing.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A log as it was written years ago, put into the database past the service. */
record OldLog(WorkspaceId workspace, List<Entry> entries) {
    static final Instant LONG_AGO = Instant.parse("2024-03-01T10:00:00Z");
    static final String SECRET = "DE89 3704 0044 0532 0130 00";

    static OldLog of(WorkspaceId workspace, int entries, UUID conversation) throws SQLException {
        return of(workspace, entries, conversation, LONG_AGO);
    }

    /** The seventh entry holds what somebody said in the conversation. */
    static OldLog of(WorkspaceId workspace, int entries, UUID conversation, Instant recordedAt) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (int n = 1; n <= entries; n++) {
            String payload = n == 7
                    ? "{\"after\":null,\"before\":null,\"details\":{\"body\":\"" + SECRET + "\",\"conversationId\":\""
                            + conversation + "\"},\"origin\":{}}"
                    : "{\"after\":" + n + ",\"before\":null,\"details\":{},\"origin\":{}}";
            facts.add(new Fact(
                    workspace,
                    Ids.next(),
                    n % 2 == 0 ? null : UUID.randomUUID(),
                    n == 7 ? "customer_message_received" : "priority_changed",
                    "agent:anna \"é\\",
                    recordedAt,
                    "test",
                    null,
                    "c",
                    payload));
        }
        List<Entry> sealed = Chain.startedOn(recordedAt)
                .extend(
                        facts,
                        recordedAt,
                        Stream.iterate(1L, n -> n + 1)
                                .map(n -> new Salt("%064x".formatted(n)))
                                .iterator(),
                        new CheckpointRule(1_000_000))
                .entries();
        OldLog log = new OldLog(workspace, sealed);
        log.write();
        return log;
    }

    private void write() throws SQLException {
        try (Connection owner = Databases.owner();
                PreparedStatement entry = owner.prepareStatement("""
                        insert into audit_entry (workspace_id, sequence, id, ticket_id, kind, actor, at, recorded_at, service,
                          correlation_id, payload, salt, payload_hash, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), decode(?, 'hex'), decode(?, 'hex'),
                          decode(?, 'hex'))
                        """);
                PreparedStatement chain = owner.prepareStatement("""
                        insert into audit_chain (workspace_id, sequence, hash, unproven, proven_on)
                        values (?, ?, decode(?, 'hex'), 0, (now() at time zone 'utc')::date)
                        """)) {
            for (Entry one : entries) {
                entry.setObject(1, workspace.value());
                entry.setLong(2, one.sequence());
                entry.setObject(3, one.fact().id());
                entry.setObject(4, one.fact().ticketId());
                entry.setString(5, one.fact().kind());
                entry.setString(6, one.fact().actor());
                entry.setObject(7, one.fact().at().atOffset(ZoneOffset.UTC));
                entry.setObject(8, one.recordedAt().atOffset(ZoneOffset.UTC));
                entry.setString(9, one.fact().service());
                entry.setString(10, one.fact().correlationId());
                entry.setString(11, one.fact().payload());
                entry.setString(12, one.salt().hex());
                entry.setString(13, one.payloadHash().hex());
                entry.setString(14, one.previousHash().hex());
                entry.setString(15, one.hash().hex());
                entry.addBatch();
            }
            entry.executeBatch();
            chain.setObject(1, workspace.value());
            chain.setLong(2, entries.getLast().sequence());
            chain.setString(3, entries.getLast().hash().hex());
            chain.executeUpdate();
        }
    }
}
