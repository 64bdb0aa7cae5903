package io.omniflow.merge.audit.domain;

import java.util.HexFormat;

/**
 * Random bytes hashed in front of a payload, in hexadecimal. Without it a short payload could be guessed from its hash
 * after the payload itself was erased.
 */
public record Salt(String hex) {
    public static final int BYTES = 32;

    public static Salt of(byte[] random) {
        return new Salt(HexFormat.of().formatHex(random));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
