package io.omniflow.integration.hook.http;

import io.omniflow.integration.connection.domain.AddressRule;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Resolves an address once and gives the very machine to connect to, so that a name that stands for something else a moment
 * later (DNS rebinding) gains nothing. Where one of several machines may not be called, none is.
 */
final class CheckedAddresses {
    private final Resolver resolver;
    private final AddressRule rule;

    CheckedAddresses(Resolver resolver, AddressRule rule) {
        this.resolver = resolver;
        this.rule = rule;
    }

    /**
     * Fails with {@link NotAllowed}, or as the resolver does.
     *
     * @param attempt counted from 1; each takes the next machine, in case one is down
     */
    Uni<InetAddress> of(URI url, int attempt) {
        return resolver.resolve(url.getHost()).map(found -> {
            if (found.isEmpty() || !found.stream().allMatch(rule::allows)) {
                throw new NotAllowed();
            }
            return chosen(found, attempt);
        });
    }

    private static InetAddress chosen(List<InetAddress> found, int attempt) {
        return found.get(Math.floorMod(attempt - 1, found.size()));
    }

    /** The name stands for a machine in a private network. Which one is not told: it is nobody's business. */
    static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAllowed() {
            super("the name stands for an address that may not be called");
        }
    }
}
