package io.omniflow.integration.jira.fake;

import com.sun.net.httpserver.HttpExchange;
import io.omniflow.integration.jira.fake.FakeRest.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the fake's answers. */
final class FakeAnswers {
    private FakeAnswers() {}

    /** Whoever asked may be gone by now, which is the point of being late. */
    static void late(HttpExchange exchange, Truth truth) {
        try {
            send(exchange, truth);
        } catch (IOException gone) {
            exchange.close();
        }
    }

    static void send(HttpExchange exchange, Truth truth) throws IOException {
        send(
                exchange,
                truth.status(),
                Map.of(),
                truth.body().isMissingNode() ? "" : truth.body().toString());
    }

    static void send(HttpExchange exchange, int status, Map<String, String> headers, String body) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
