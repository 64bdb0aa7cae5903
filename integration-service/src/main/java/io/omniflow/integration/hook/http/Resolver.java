package io.omniflow.integration.hook.http;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Looks a host up. It fails with {@link java.net.UnknownHostException} when nobody has that name. */
@FunctionalInterface
interface Resolver {
    Uni<List<InetAddress>> resolve(String host);
}
