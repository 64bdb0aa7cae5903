package io.omniflow.kit.http;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the request at hand came from. Behind a proxy that is the proxy, unless {@code quarkus.http.proxy} says which proxies
 * are trusted to tell. It is kept with the request and not in the log's fields: addresses belong into the audit log only.
 */
final class SourceAddress {
    private static final String KEY = "omniflow.sourceAddress";

    private SourceAddress() {}

    static void note(@Nullable SocketAddress address) {
        Context request = Vertx.currentContext();
        if (address != null && address.hostAddress() != null && VertxContext.isDuplicatedContext(request)) {
            request.putLocal(KEY, address.hostAddress());
        }
    }

    /** Null outside any request. */
    static @Nullable String current() {
        Context request = Vertx.currentContext();
        return VertxContext.isDuplicatedContext(request) ? request.getLocal(KEY) : null;
    }
}
