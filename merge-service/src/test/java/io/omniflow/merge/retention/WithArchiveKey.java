package io.omniflow.merge.retention;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** An installation that may archive, ten entries at a time; nothing happens unasked. */
public final class WithArchiveKey implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Map.of(
                    "omniflow.audit-archive.signing-key",
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    "omniflow.audit-archive.public-key",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    "omniflow.audit-archive.entries",
                    "10");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
