package io.omniflow.local.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs bearer tokens that the suite's services believe. */
public record Tokens(SigningKey key) {
    public static final UUID DEMO_WORKSPACE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final Duration YEAR = Duration.ofDays(365);

    private static final String ISSUER = "omniflow";

    /** Who the token speaks for, and in which workspace. */
    public record Bearer(UUID workspace, String subject, TokenRole role, List<UUID> teams) {}

    public String sign(Bearer bearer, Instant issuedAt, Duration validity) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(bearer.subject());
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(issuedAt.plus(validity).getEpochSecond()));
        claims.setClaim("workspace", bearer.workspace().toString());
        claims.setStringListClaim("groups", bearer.role().claim());
        claims.setStringListClaim(
                "teams", bearer.teams().stream().map(UUID::toString).toList());
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setHeader("typ", "JWT");
        token.setKey(key.key());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key was accepted and does not sign", e);
        }
    }

    /** The demo workspace's administrator, renewed at every start. */
    public String writeDemoAdmin(Path file, Instant now) throws IOException {
        String token = sign(new Bearer(DEMO_WORKSPACE, "demo-admin", TokenRole.ADMIN, List.of()), now, YEAR);
        SigningKey.writePrivately(file, token + "\n");
        return token;
    }
}
