package io.omniflow.merge.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/** Settings of archives of the audit log. Keys are Ed25519, in Base64 without line breaks. */
@ConfigMapping(prefix = "omniflow.audit-archive")
public interface ArchiveSettings {
    /** The private key (PKCS #8); without one nothing is archived. */
    @WithName("signing-key")
    Optional<String> signingKey();

    /** The public key that belongs to it (X.509). */
    @WithName("public-key")
    Optional<String> publicKey();

    /** Public keys of former signing keys, as long as archives signed with them are kept. */
    @WithName("former-public-keys")
    Optional<List<String>> formerPublicKeys();

    /** Entries in one archive at most. */
    @WithDefault("2000")
    @Min(1) @Max(5000) int entries();
}
