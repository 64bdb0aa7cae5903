package io.omniflow.merge.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Chain;
import io.omniflow.merge.audit.domain.CheckpointRule;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Redaction;
import io.omniflow.merge.audit.domain.Salt;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Archives without a database: files, signatures, and what proves them. */
class ArchiveTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(7, 1));
    private static final Instant AT = Instant.parse("2024-03-01T10:00:00.123Z");
    private static final KeyPair PAIR = pair();

    private final List<Entry> entries = entries();
    private final ArchiveKeys keys = new ArchiveKeys(new Keys(PAIR, PAIR, List.of()));
    private final ArchiveProof proof = new ArchiveProof(keys);

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Entry> entries() {
        List<Fact> facts = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Fact(
                        WORKSPACE,
                        new UUID(8, n),
                        n % 2 == 0 ? null : new UUID(9, n),
                        "note_added",
                        "agent:\"é\n\u2028\\",
                        AT,
                        "test",
                        n % 3 == 0 ? new UUID(10, n) : null,
                        "c",
                        "{\"after\":\"\\u0000\\n" + n + "\"}"))
                .toList();
        return Chain.startedOn(AT)
                .extend(
                        facts,
                        AT,
                        Stream.iterate(1L, n -> n + 1)
                                .map(n -> new Salt("%064x".formatted(n)))
                                .iterator(),
                        new CheckpointRule(1_000_000))
                .entries();
    }

    private Archive archive(byte[] content) {
        Archive unsigned = new Archive(
                WORKSPACE,
                new UUID(11, 1),
                1,
                5,
                Hash.NONE,
                entries.getLast().hash(),
                ArchiveFile.hashOf(content),
                keys.signing().orElseThrow(),
                AT,
                "",
                content.length);
        return unsigned.with(keys.sign(unsigned.signedText()));
    }

    @Test
    void a_file_says_everything_its_entries_say() throws IOException {
        assertEquals(entries, ArchiveFile.read(WORKSPACE, ArchiveFile.of(entries)));
    }

    @Test
    void an_archive_of_a_part_of_the_chain_holds() {
        byte[] content = ArchiveFile.of(entries);
        assertTrue(proof.holds(archive(content), content, Map.of()));
    }

    @Test
    void another_file_does_not_even_where_its_hash_was_signed() {
        Entry other = Redaction.emptied(entries.get(2), new UUID(12, 1));
        for (List<Entry> changed : List.of(
                entries.subList(0, 4),
                entries.subList(1, 5),
                List.of(entries.get(0), entries.get(1), other, entries.get(3), entries.get(4)),
                List.of(entries.get(0), entries.get(2), entries.get(1), entries.get(3), entries.get(4)))) {
            byte[] content = ArchiveFile.of(changed);
            assertFalse(proof.holds(archive(content), content, Map.of()));
        }
        byte[] garbage = {1, 2, 3};
        assertFalse(proof.holds(archive(garbage), garbage, Map.of()));
        assertFalse(proof.holds(archive(ArchiveFile.of(entries)), garbage, Map.of()));
    }

    @Test
    void an_emptied_payload_holds_where_it_was_to_be_emptied() {
        UUID erasedBy = new UUID(12, 1);
        byte[] content = ArchiveFile.of(List.of(
                entries.get(0),
                entries.get(1),
                Redaction.emptied(entries.get(2), erasedBy),
                entries.get(3),
                entries.get(4)));
        Redaction redaction = Redaction.of(3, erasedBy, new UUID(13, 1));
        assertTrue(proof.holds(archive(content), content, Map.of(3L, redaction)));
        byte[] whole = ArchiveFile.of(entries);
        assertFalse(proof.holds(archive(whole), whole, Map.of(3L, redaction)));
    }

    @Test
    void a_signature_holds_for_its_manifest_and_key_alone() {
        Archive sound = archive(ArchiveFile.of(entries));
        assertTrue(proof.signed(sound));
        assertFalse(proof.signed(sound.over(Hash.NONE, sound.keyId(), 1).with(sound.signature())));
        assertFalse(proof.signed(sound.with("AAAA")));
        assertFalse(proof.signed(sound.with("no base64!")));
        ArchiveKeys others = new ArchiveKeys(new Keys(pair(), null, List.of()).withItsOwn());
        assertFalse(new ArchiveProof(others).signed(sound));
    }

    @Test
    void a_former_key_still_proves() {
        Archive old = archive(ArchiveFile.of(entries));
        ArchiveKeys rotated = new ArchiveKeys(new Keys(pair(), null, List.of(PAIR)).withItsOwn());
        assertTrue(new ArchiveProof(rotated).signed(old));
        assertEquals(2, rotated.published().size());
        assertFalse(old.keyId().equals(rotated.signing().orElseThrow()));
    }

    @Test
    void keys_that_do_not_belong_together_are_refused() {
        Keys mixed = new Keys(pair(), PAIR, List.of());
        assertThrows(IllegalStateException.class, () -> new ArchiveKeys(mixed));
        assertThrows(IllegalStateException.class, () -> new ArchiveKeys(new Keys(PAIR, null, List.of())));
        assertEquals(Optional.empty(), new ArchiveKeys(new Keys(null, null, List.of())).signing());
    }

    private record Keys(@Nullable KeyPair signs, @Nullable KeyPair shown, List<KeyPair> former)
            implements ArchiveSettings {
        Keys withItsOwn() {
            return new Keys(signs, signs, former);
        }

        @Override
        public Optional<String> signingKey() {
            return Optional.ofNullable(signs)
                    .map(pair -> base64(pair.getPrivate().getEncoded()));
        }

        @Override
        public Optional<String> publicKey() {
            return Optional.ofNullable(shown)
                    .map(pair -> base64(pair.getPublic().getEncoded()));
        }

        @Override
        public Optional<List<String>> formerPublicKeys() {
            return Optional.of(former.stream()
                    .map(pair -> base64(pair.getPublic().getEncoded()))
                    .toList());
        }

        @Override
        public int entries() {
            return 10;
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}
