package io.omniflow.local.gateway;

import io.omniflow.local.LaunchFailure;
import io.omniflow.local.SuiteService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One HTTP origin for all services. Bodies flow through as they come, in both directions and without a time limit. */
public final class Gateway implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;
    /** Every open stream of events holds a connection. */
    private static final int CONNECTIONS_A_SERVICE = 1000;

    /** As the services take them. */
    private static final int LARGEST_HEADERS = 16 * 1024;

    private static final int LONGEST_LINE = 8192;

    private static final long CLOSE_SECONDS = 10;

    private final Vertx vertx;

    private Gateway(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * @param host the address to listen on
     * @param servicePorts the first of the services' ports
     */
    public static Gateway start(String host, int port, int servicePorts) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxHeaderSize(LARGEST_HEADERS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_A_SERVICE));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(context -> connect(context.client(), context.request().proxiedRequest(), servicePorts))
                .addInterceptor(new CallersAddress())
                .addInterceptor(new UnavailableAnswer());
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHandle100ContinueAutomatically(true)
                        .setHttp2ClearTextEnabled(false)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LARGEST_HEADERS))
                .invalidRequestHandler(request -> GatewayProblem.of(request).answer(request))
                .requestHandler(request -> route(request, proxy));
        try {
            server.listen(port, host).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            vertx.close();
            throw new LaunchFailure("The suite's address cannot be opened: " + e.getCause(), e);
        }
        return new Gateway(vertx);
    }

    /** Open streams are cut. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new LaunchFailure("The suite's address could not be closed: " + e, e);
        }
    }

    private static void route(HttpServerRequest request, HttpProxy proxy) {
        if (Routes.serviceFor(request.path()).isPresent()) {
            proxy.handle(request);
        } else {
            GatewayProblem.NOT_FOUND.answer(request);
        }
    }

    private static Future<HttpClientRequest> connect(HttpClient client, HttpServerRequest request, int servicePorts) {
        Optional<SuiteService> service = Routes.serviceFor(request.path());
        return service.map(found ->
                        client.request(new RequestOptions().setHost("127.0.0.1").setPort(found.port(servicePorts))))
                .orElseGet(() -> Future.failedFuture("No service answers " + request.path()));
    }

    /**
     * Services build links from the address the caller used, which therefore travels on with the request. Whether a body
     * may be sent has been answered here by then.
     */
    private static final class CallersAddress implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().headers().remove(HttpHeaders.EXPECT);
            context.request().setAuthority(context.request().proxiedRequest().authority());
            return context.sendRequest();
        }
    }

    /** A service that is down or just starting again: the caller may try again in a moment. */
    private static final class UnavailableAnswer implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest()
                    .recover(down -> Future.succeededFuture(context.request()
                            .release()
                            .response()
                            .setStatusCode(GatewayProblem.UNAVAILABLE.status())
                            .putHeader("Content-Type", GatewayProblem.MEDIA_TYPE)
                            .putHeader("Retry-After", "1")
                            .setBody(Body.body(GatewayProblem.UNAVAILABLE.body()))));
        }
    }
}
