package io.omniflow.kit.identity;

import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the suite's own claims out of a token whose signature, issuer and expiry are already checked. */
final class TokenClaims {
    private static final int UUID_LENGTH = 36;

    private final JsonWebToken token;

    TokenClaims(JsonWebToken token) {
        this.token = token;
    }

    /**
     * @return empty when the token names no role of the suite
     * @throws IllegalArgumentException when subject, workspace or teams are missing or malformed
     */
    Optional<Caller> caller() {
        @Nullable String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new IllegalArgumentException("the token names no subject");
        }
        WorkspaceId workspace = new WorkspaceId(uuid(token.getClaim("workspace")));
        Set<UUID> teams = teams(token.getClaim("teams"));
        return Role.highestOf(token.getGroups()).map(role -> new Caller(workspace, subject, role, teams));
    }

    private static Set<UUID> teams(@Nullable Object claim) {
        Set<UUID> teams = new LinkedHashSet<>();
        if (claim instanceof Iterable<?> items) {
            items.forEach(item -> teams.add(uuid(item)));
        } else if (claim != null) {
            throw new IllegalArgumentException("the claim teams is not a list");
        }
        return teams;
    }

    private static UUID uuid(@Nullable Object claim) {
        String text = claim instanceof JsonString json ? json.getString() : String.valueOf(claim);
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("a claim is not a UUID");
        }
        return UUID.fromString(text);
    }
}
