package io.omniflow.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** One key pair a JVM, kept in system properties so that every class loader signs and verifies with the same. */
final class TestKeys {
    private static final String PRIVATE = "omniflow.test.key.private";
    private static final String PUBLIC = "omniflow.test.key.public";

    private TestKeys() {}

    static PrivateKey privateKey() {
        ensure();
        return read(System.getProperty(PRIVATE, ""));
    }

    /** X.509 in Base64, as {@code mp.jwt.verify.publickey} takes it. */
    static String publicKey() {
        ensure();
        return System.getProperty(PUBLIC, "");
    }

    /** A key nobody trusts. */
    static PrivateKey foreignKey() {
        return generate().getPrivate();
    }

    private static void ensure() {
        // Properties is one object for all class loaders, which makes it the lock they share
        synchronized (System.getProperties()) {
            if (System.getProperty(PRIVATE) == null) {
                KeyPair pair = generate();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
            }
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey read(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
