package io.omniflow.integration.hook;

import io.omniflow.integration.hook.domain.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Draws signing secrets. */
@ApplicationScoped
class NewSecrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    SigningSecret next() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return SigningSecret.of(key);
    }
}
