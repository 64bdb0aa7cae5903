package io.omniflow.merge.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that sign archives, and those that prove them. A key's id is the beginning of its SHA-256. */
@ApplicationScoped
public class ArchiveKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_DIGITS = 16;

    private final Map<String, PublicKey> known = new LinkedHashMap<>();
    private final @Nullable PrivateKey signing;
    private final @Nullable String signingId;

    /** Fails where the two configured keys do not belong together: an archive nobody can prove is none. */
    ArchiveKeys(ArchiveSettings settings) {
        try {
            signing = settings.signingKey().isEmpty()
                    ? null
                    : KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(
                                    bytes(settings.signingKey().get())));
            signingId = settings.publicKey().isEmpty()
                    ? null
                    : add(settings.publicKey().get());
            for (String former : settings.formerPublicKeys().orElse(List.of())) {
                add(former);
            }
            byte[] probe = bytes("AAAA");
            if (signing != null && (signingId == null || !proves(signingId, probe, sign(probe)))) {
                throw new IllegalStateException(
                        "omniflow.audit-archive: the public key is not that of the signing key");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("omniflow.audit-archive: no Ed25519 keys", e);
        }
    }

    /** The id of the key that signs; empty where none is configured. */
    Optional<String> signing() {
        return signing == null ? Optional.empty() : Optional.ofNullable(signingId);
    }

    /** All keys that prove archives, the one that signs first: X.509 in Base64, by id. */
    public Map<String, String> published() {
        Map<String, String> published = new LinkedHashMap<>();
        known.forEach((id, key) -> published.put(id, Base64.getEncoder().encodeToString(key.getEncoded())));
        return published;
    }

    /** In Base64. */
    String sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key to sign archives with", e);
        }
    }

    boolean proves(String id, byte[] text, String signed) {
        PublicKey key = known.get(id);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(bytes(signed));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private String add(String base64) throws GeneralSecurityException {
        byte[] encoded = bytes(base64);
        String id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded))
                .substring(0, ID_DIGITS);
        known.put(id, KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        return id;
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }
}
