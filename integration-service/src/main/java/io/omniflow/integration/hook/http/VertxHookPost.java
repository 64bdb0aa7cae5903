package io.omniflow.integration.hook.http;

import io.omniflow.integration.hook.HookConfig;
import io.omniflow.integration.hook.HookPost;
import io.omniflow.integration.hook.domain.Answer;
import io.omniflow.integration.hook.domain.HookCall;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * Calls over Vert.x: to the machine that was checked, under the name the workspace gave, which is what the certificate and
 * the header {@code Host} are about. Redirects are answers like any other.
 */
@ApplicationScoped
class VertxHookPost implements HookPost {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final String AGENT = "Omniflow-Webhooks/1.0";

    private final Vertx vertx;
    private final HttpClient client;
    private final CheckedAddresses addresses;
    private final Duration limit;

    @Inject
    VertxHookPost(Vertx vertx, Resolver resolver, HookConfig config) {
        this(
                vertx,
                options(config.concurrency()),
                new CheckedAddresses(resolver, config.addresses()),
                config.timeout());
    }

    VertxHookPost(Vertx vertx, HttpClientOptions options, CheckedAddresses addresses, Duration limit) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options);
        this.addresses = addresses;
        this.limit = limit;
    }

    /** Connections are kept for a moment only: one that the other side closes meanwhile costs an attempt. */
    static HttpClientOptions options(int connections) {
        return new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setKeepAliveTimeout(3)
                .setConnectTimeout(5_000);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public Uni<Answer> post(HookCall call) {
        long begun = System.nanoTime();
        return addresses
                .of(call.url(), call.attempt())
                .ifNoItem()
                .after(limit)
                .failWith(TimeoutException::new)
                .flatMap(machine -> exchange(call, machine, limit.minus(since(begun))))
                .map(received -> Answer.of(
                        received.status(),
                        received.text(),
                        received.retryAfter().flatMap(header -> RetryAfter.of(header, call.at())),
                        since(begun)))
                .onFailure()
                .recoverWithItem(failure -> new Answer.Silent(Failures.problem(failure, limit), since(begun)));
    }

    private Uni<Exchange.Received> exchange(HookCall call, InetAddress machine, Duration left) {
        RequestOptions request = request(call, machine);
        return Uni.createFrom().emitter(emitter -> new Exchange(vertx, emitter::complete, emitter::fail)
                .run(client, request, Buffer.buffer(call.body()), left));
    }

    private static RequestOptions request(HookCall call, InetAddress machine) {
        URI url = call.url();
        boolean secure = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int usual = secure ? HTTPS : HTTP;
        int port = url.getPort() < 0 ? usual : url.getPort();
        long timestamp = call.at().getEpochSecond();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, machine.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(path(url))
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", AGENT)
                .putHeader("webhook-id", call.id().toString())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader(
                        "webhook-signature",
                        Signature.header(call.secrets(), call.id().toString(), timestamp, call.body()));
    }

    private static String path(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
