package io.omniflow.merge.audit.domain;

import java.util.HexFormat;

/**
 * Random bytes hashed in front of a payload, in hexadecimal. Without it a short payload could be guessed from its hash
 * after the payload itself was erased.
 */
public record Salt(String hex) {
    public static final int BYTES = 32;

    /** Of a payload that was emptied: with the old one the payload could still be guessed. */
    public static final Salt NONE = new Salt("");

    public static Salt of(byte[] random) {
        return new Salt(HexFormat.of().formatHex(random));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
