package io.omniflow.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.omniflow.embedded.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayIT {
    private static final Duration WITHOUT_ANSWER_THE_CLIENT_WAITS = Duration.ofSeconds(4);

    private final int port = FreePorts.one();
    private final HttpServer service = service();
    private final Gateway gateway =
            Gateway.start("127.0.0.1", port, service.getAddress().getPort());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        gateway.close();
        service.stop(0);
        http.close();
    }

    @Test
    void a_request_arrives_as_it_was_sent_and_its_answer_returns_as_it_was_given() throws Exception {
        answer(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"3\"");
            reply(
                    exchange,
                    201,
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Host") + " "
                            + exchange.getRequestHeaders().getFirst("If-Match"));
        });
        HttpResponse<String> response = http.send(
                request("/api/v1/tickets/a%2Fb?q=x%20y&cursor=%2B")
                        .header("If-Match", "\"2\"")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(201, response.statusCode());
        assertEquals("\"3\"", response.headers().firstValue("ETag").orElse(""));
        assertEquals("PATCH /api/v1/tickets/a%2Fb?q=x%20y&cursor=%2B localhost:" + port + " \"2\"", response.body());
    }

    @Test
    void an_event_stream_is_passed_on_while_it_is_still_open() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        answer(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
                await(read);
                body.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
            }
        });
        HttpResponse<InputStream> response =
                http.send(request("/api/v1/tickets/stream").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertEquals("data: first", lines.readLine());
            read.countDown();
            lines.readLine();
            assertEquals("data: second", lines.readLine());
        }
    }

    @Test
    void a_large_upload_passes_whole() throws Exception {
        answer(exchange ->
                reply(exchange, 200, Integer.toString(exchange.getRequestBody().readAllBytes().length)));
        byte[] large = new byte[20 * 1024 * 1024];
        HttpResponse<String> response = http.send(
                request("/api/v1/imports")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(large))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(Integer.toString(large.length), response.body());
    }

    @Test
    void a_caller_who_asks_before_sending_a_body_is_told_to_go_on() throws Exception {
        answer(exchange ->
                reply(exchange, 200, Integer.toString(exchange.getRequestBody().readAllBytes().length)));
        HttpRequest asking = request("/api/v1/imports")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[2_000_000]))
                .build();
        HttpResponse<String> response = assertTimeoutPreemptively(
                WITHOUT_ANSWER_THE_CLIENT_WAITS, () -> http.send(asking, HttpResponse.BodyHandlers.ofString()));
        assertEquals("2000000", response.body());
    }

    @Test
    void a_service_that_is_down_is_told_as_a_problem_to_retry() throws Exception {
        service.stop(0);
        HttpResponse<String> response = http.send(
                request("/api/v1/tickets")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300_000]))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(503, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
        assertTrue(response.body().contains("service-unavailable"), response.body());
    }

    @Test
    void an_address_or_headers_of_excessive_length_are_problems_too() throws Exception {
        HttpResponse<String> address = http.send(
                request("/api/v1/tickets?q=" + "x".repeat(9000)).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(414, address.statusCode());
        HttpResponse<String> headers = http.send(
                request("/api/v1/tickets")
                        .header("X-Long", "x".repeat(40_000))
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(431, headers.statusCode());
        assertEquals(
                "application/problem+json",
                headers.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void operators_paths_are_not_found_here() throws Exception {
        answer(exchange -> reply(exchange, 200, "secret"));
        HttpResponse<String> response =
                http.send(request("/q/metrics").GET().build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(404, response.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private void answer(HttpHandler handler) {
        service.createContext("/", handler);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("The first event was not passed on while the stream was open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer service() {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.one()), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
