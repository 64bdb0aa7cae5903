package io.omniflow.merge.audit.domain;

import java.util.HexFormat;

/** A SHA-256 as lower-case hexadecimal digits. */
public record Hash(String hex) {
    /** Stands where the first entry of a chain names the hash before it. */
    public static final Hash NONE = new Hash("0".repeat(64));

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
