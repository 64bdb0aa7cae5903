package io.omniflow.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Bearer tokens the service under test accepts, and such that it must not. */
public final class Tokens {
    private static final String ISSUER = "omniflow";
    private static final Duration VALID = Duration.ofHours(1);

    private Tokens() {}

    public static String token(UUID workspace, String subject, String role, UUID... teams) {
        return claims(workspace, subject, role, teams).sign(TestKeys.privateKey());
    }

    /** Right in everything but the key it is signed with. */
    public static String foreign(UUID workspace, String subject, String role) {
        return claims(workspace, subject, role).sign(TestKeys.foreignKey());
    }

    public static String expired(UUID workspace, String subject, String role) {
        Instant past = Instant.now().minus(VALID).minus(VALID);
        return claims(workspace, subject, role)
                .issuedAt(past)
                .expiresAt(past.plus(VALID))
                .sign(TestKeys.privateKey());
    }

    /** Signed, but says nothing of a workspace. */
    public static String withoutWorkspace(String subject, String role) {
        return Jwt.issuer(ISSUER)
                .subject(subject)
                .groups(Set.of(role))
                .expiresIn(VALID)
                .sign(TestKeys.privateKey());
    }

    private static JwtClaimsBuilder claims(UUID workspace, String subject, String role, UUID... teams) {
        return Jwt.issuer(ISSUER)
                .subject(subject)
                .groups(Set.of(role))
                .claim("workspace", workspace.toString())
                .claim("teams", Arrays.stream(teams).map(UUID::toString).toList())
                .expiresIn(VALID);
    }
}
