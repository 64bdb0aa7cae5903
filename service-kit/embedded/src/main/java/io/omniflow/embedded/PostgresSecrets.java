package io.omniflow.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of one cluster. The superuser's is random and lies in the data directory, readable by its owner only;
 * every role's is derived from it, so that none needs storing and all stay the same as long as the data does.
 */
record PostgresSecrets(String superuser) {
    private static final String FILE = "superuser.secret";

    static PostgresSecrets random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new PostgresSecrets(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static PostgresSecrets of(Path dataDirectory) throws IOException {
        return new PostgresSecrets(Files.readString(dataDirectory.resolve(FILE)).strip());
    }

    void writeTo(Path dataDirectory) throws IOException {
        write(dataDirectory.resolve(FILE));
    }

    Path write(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, superuser);
    }

    Login login(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(superuser.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] derived = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
            return new Login(role, Base64.getUrlEncoder().withoutPadding().encodeToString(derived));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "PostgresSecrets";
    }
}
