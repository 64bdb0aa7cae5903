package io.omniflow.integration.hook.domain;

import java.util.Base64;

/** {@code whsec_} and 24 to 64 bytes in Base64, as the Standard Webhooks scheme has it. Its text form tells nothing. */
public record SigningSecret(String value) {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException when the key is too short or too long */
    public static SigningSecret of(byte[] key) {
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    public byte[] key() {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
