package io.omniflow.merge.audit.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields. Each field goes in as its length (four bytes, big endian) and its bytes, an absent one as the
 * length -1 alone, so no two lists of fields look alike. Numbers are eight bytes, big endian; ids their sixteen bytes;
 * instants eight bytes of seconds since 1970 and four of nanoseconds; text is UTF-8.
 */
final class Digest {
    private final MessageDigest sha256 = sha256();

    Digest text(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    Digest number(long number) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    Digest id(@Nullable UUID id) {
        if (id == null) {
            sha256.update(length(-1));
            return this;
        }
        return bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    Digest instant(Instant instant) {
        return bytes(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(instant.getEpochSecond())
                .putInt(instant.getNano())
                .array());
    }

    Digest hash(Hash hash) {
        return bytes(hash.bytes());
    }

    Hash end() {
        return new Hash(HexFormat.of().formatHex(sha256.digest()));
    }

    private Digest bytes(byte[] field) {
        sha256.update(length(field.length));
        sha256.update(field);
        return this;
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    /** The salt has a fixed length, so the plain concatenation with the payload reads in one way only. */
    static Hash salted(Salt salt, String payload) {
        MessageDigest sha256 = sha256();
        sha256.update(salt.bytes());
        sha256.update(payload.getBytes(UTF_8));
        return new Hash(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
