package io.omniflow.kit.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Gives edges the caller of the request at hand. */
@ApplicationScoped
public class Callers {
    static final String ATTRIBUTE = "omniflow.caller";

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Only in methods that name a role.
     *
     * @throws UnauthorizedException without a token
     * @throws ForbiddenException when the token carries no role of the suite
     */
    public Caller current() {
        @Nullable Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller != null) {
            return caller;
        }
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        throw new ForbiddenException();
    }
}
