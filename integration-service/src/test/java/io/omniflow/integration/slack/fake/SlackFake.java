package io.omniflow.integration.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stateful Slack over HTTP. {@link #fail} queues what goes wrong with the next calls of a method; without it every call
 * tells the truth.
 */
public final class SlackFake implements AutoCloseable {
    public static final String BOT_TOKEN = "xoxb-fake-0123456789";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/";

    private final HttpServer server;
    private final SlackState state = new SlackState();
    private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

    private SlackFake(HttpServer server) {
        this.server = server;
        server.createContext(API, this::api);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** @param port 0 for any free one */
    public static SlackFake start(int port) {
        try {
            return new SlackFake(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** What a connection names as its base URL. */
    public URI url() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** Of all channels, oldest first. */
    public List<FakeMessage> messages() {
        return state.messages();
    }

    public List<FakeCall> calls(String method) {
        return calls.stream().filter(call -> call.operation().equals(method)).toList();
    }

    /** The next calls of a method go wrong like this, one after the other. */
    public void fail(String method, Fault... next) {
        queue(method).addAll(List.of(next));
    }

    /** Slack's usual way to refuse. */
    public static Fault refusal(String code) {
        return new Fault.Answer(Fault.Effect.NONE, 200, Map.of(), "{\"ok\": false, \"error\": \"" + code + "\"}");
    }

    /** No more faults, no calls remembered; the messages stay. */
    public void calm() {
        faults.clear();
        calls.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void api(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring(API.length());
        ObjectNode asked = asked(exchange);
        calls.add(new FakeCall(Instant.now(), method, JSON.convertValue(asked, SlackState.FIELDS)));
        if (!("Bearer " + BOT_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 200, Map.of(), "{\"ok\": false, \"error\": \"invalid_auth\"}");
            return;
        }
        @Nullable Fault fault = queue(method).poll();
        if (fault == null) {
            answer(exchange, 200, Map.of(), state.answer(method, asked).toString());
            return;
        }
        goWrong(exchange, method, asked, fault);
    }

    private void goWrong(HttpExchange exchange, String method, ObjectNode asked, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Answer(Fault.Effect effect, int status, Map<String, String> headers, String body) -> {
                take(effect, method, asked);
                answer(exchange, status, headers, body);
            }
            case Fault.Silence(Fault.Effect effect) -> take(effect, method, asked);
            case Fault.Slowness(Duration delay) -> {
                String truth = state.answer(method, asked).toString();
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> answerLate(exchange, truth));
            }
        }
    }

    private void take(Fault.Effect effect, String method, ObjectNode asked) {
        switch (effect) {
            case DONE -> state.answer(method, asked);
            case NONE -> {}
        }
    }

    /** Reading methods take a query and no JSON, as Slack's do. */
    private static ObjectNode asked(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? (ObjectNode) json : JSON.createObjectNode();
        }
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> fields = new HashMap<>();
        for (String field : (query == null ? "" : query).split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return JSON.valueToTree(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private Deque<Fault> queue(String method) {
        return faults.computeIfAbsent(method, _ -> new ConcurrentLinkedDeque<>());
    }

    /** Whoever asked may be gone by now, which is the point of being late. */
    private static void answerLate(HttpExchange exchange, String body) {
        try {
            answer(exchange, 200, Map.of(), body);
        } catch (IOException gone) {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
