package io.omniflow.merge.audit.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Chains to test with: facts that differ, salts that can be foretold. */
final class Chained {
    static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.fromString("019ab3c0-0000-7000-8000-000000000001"));
    static final Instant NOW = Instant.parse("2026-11-24T09:30:00.130Z");
    static final CheckpointRule SELDOM = new CheckpointRule(1_000_000);

    private Chained() {}

    static List<Fact> facts(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Chained::fact).toList();
    }

    static Fact fact(long n) {
        return new Fact(
                WORKSPACE,
                new UUID(0x019ab3c011117000L, n),
                n % 3 == 0 ? null : new UUID(0x019ab3c022227000L, n % 3),
                "status_changed",
                "agent:anna",
                NOW.minusSeconds(n),
                "ticket-service",
                n % 5 == 0 ? new UUID(0x019ab3c033337000L, n) : null,
                "correlation-" + n,
                "{\"after\":" + n + "}");
    }

    static Iterator<Salt> salts() {
        return Stream.iterate(1L, n -> n + 1)
                .map(n -> new Salt("%064x".formatted(n)))
                .iterator();
    }

    static List<Entry> entries(int count) {
        return Chain.startedOn(NOW).extend(facts(count), NOW, salts(), SELDOM).entries();
    }

    static ChainCheck check(List<Entry> entries) {
        ChainCheck check = ChainCheck.after(Head.NONE);
        for (Entry entry : entries) {
            check = check.next(entry, null, null);
        }
        return check;
    }
}
