package io.omniflow.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a verified token into a caller: adds the implied roles, and treats a token without a workspace as no valid token
 * at all.
 */
@ApplicationScoped
public class CallerOfToken implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        try {
            Optional<Caller> caller = new TokenClaims(token).caller();
            return Uni.createFrom()
                    .item(caller.map(known -> with(identity, known)).orElse(identity));
        } catch (IllegalArgumentException unusable) {
            return Uni.createFrom().failure(new AuthenticationFailedException(unusable));
        }
    }

    private static SecurityIdentity with(SecurityIdentity identity, Caller caller) {
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(caller.role().implied())
                .addAttribute(Callers.ATTRIBUTE, caller)
                .build();
    }
}
