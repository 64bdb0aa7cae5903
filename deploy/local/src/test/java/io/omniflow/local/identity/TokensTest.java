package io.omniflow.local.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID TEAM = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    private final Path folder;

    TokensTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_token_carries_what_the_services_ask_for() throws Exception {
        Tokens tokens = new Tokens(SigningKey.in(folder));
        Tokens.Bearer lead = new Tokens.Bearer(Tokens.DEMO_WORKSPACE, "mara", TokenRole.LEAD, List.of(TEAM));
        JwtClaims claims = verified(tokens.sign(lead, NOW, Duration.ofHours(1)));
        assertEquals("mara", claims.getSubject());
        assertEquals(List.of("lead"), claims.getStringListClaimValue("groups"));
        assertEquals(Tokens.DEMO_WORKSPACE.toString(), claims.getStringClaimValue("workspace"));
        assertEquals(List.of(TEAM.toString()), claims.getStringListClaimValue("teams"));
        assertEquals(
                NOW.plusSeconds(3600).getEpochSecond(),
                claims.getExpirationTime().getValue());
    }

    @Test
    void the_key_is_made_once_and_nobody_else_may_read_it() throws IOException {
        SigningKey made = SigningKey.in(folder);
        SigningKey found = SigningKey.in(folder);
        assertEquals(made.key(), found.key());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve("signing.pem")));
    }

    @Test
    void a_spoiled_key_file_is_told_and_not_replaced() throws IOException {
        Files.writeString(folder.resolve("signing.pem"), "not a key");
        assertThrows(IOException.class, () -> SigningKey.in(folder));
        assertEquals("not a key", Files.readString(folder.resolve("signing.pem")));
    }

    private JwtClaims verified(String token) throws Exception {
        byte[] encoded = Base64.getMimeDecoder()
                .decode(Files.readString(folder.resolve("verifying.pem")).replaceAll("-----[A-Z ]+-----", ""));
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("omniflow")
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromSeconds(NOW.getEpochSecond()))
                .build()
                .processToClaims(token);
    }
}
