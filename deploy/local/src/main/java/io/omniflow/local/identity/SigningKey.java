package io.omniflow.local.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The RSA key that signs this suite's tokens, made once and kept in the keys folder, readable by its owner only. */
public record SigningKey(PrivateKey key, Path publicKey) {
    private static final int BITS = 2048;

    /** Makes the pair when there is none. The public half is written first: a private one then always has its partner. */
    public static SigningKey in(Path folder) throws IOException {
        Path privateFile = folder.resolve("signing.pem");
        Path publicFile = folder.resolve("verifying.pem");
        try {
            if (!Files.exists(privateFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                KeyPair pair = generator.generateKeyPair();
                write(publicFile, "PUBLIC KEY", pair.getPublic().getEncoded());
                write(privateFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
            }
            byte[] encoded =
                    Base64.getMimeDecoder().decode(Files.readString(privateFile).replaceAll("-----[A-Z ]+-----", ""));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(key, publicFile);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The key in " + privateFile + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey";
    }

    static void writePrivately(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path file, String kind, byte[] encoded) throws IOException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        writePrivately(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }
}
