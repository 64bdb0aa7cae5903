package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Things by workspace, as {@code openapi/leaky.json} describes them, with one flaw. */
final class LeakyService implements AutoCloseable {
    enum Flaw {
        NONE,
        LISTS_ALL,
        SHOWS_WHAT_IS_LIKED,
        SHOWS_WHAT_IS_ASKED,
        BREAKS_ON_IDS,
        FORGETS_KEYS,
        TAKES_ANY_BODY,
        MAKES_NOTHING
    }

    private record Thing(String owner, ObjectNode view) {}

    private record Kept(JsonNode body, ObjectNode view) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Flaw flaw;
    private final HttpServer server;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    LeakyService(Flaw flaw) {
        this.flaw = flaw;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/things", this::answer);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The id of a new thing of the token's. */
    String make(String token) {
        return made("Bearer " + token, JSON.createObjectNode()).path("id").asText();
    }

    private synchronized ObjectNode made(String owner, JsonNode body) {
        ObjectNode view = JSON.createObjectNode();
        view.put("id", UUID.randomUUID().toString());
        // an instant of its own for each
        view.put("at", "2026-11-27T10:00:%02d.123Z".formatted(made.getAndIncrement() % 60));
        Thing liked = things.get(body.path("likeId").asText());
        if (liked != null && flaw == Flaw.SHOWS_WHAT_IS_LIKED) {
            view.set("like", liked.view());
        }
        things.put(view.path("id").asText(), new Thing(owner, view));
        return view;
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        String owner = call.getRequestHeaders().getFirst("Authorization");
        String path = call.getRequestURI().getPath();
        if (call.getRequestMethod().equals("POST")) {
            post(call, owner);
        } else if (path.equals("/things")) {
            send(call, 200, page(owner, call.getRequestURI().getQuery()));
        } else {
            Thing thing = things.get(path.substring("/things/".length()));
            if (thing == null || !thing.owner().equals(owner)) {
                send(call, 404, JSON.createObjectNode());
            } else {
                send(call, 200, thing.view());
            }
        }
    }

    private void post(HttpExchange call, String owner) throws IOException {
        JsonNode body = JSON.readTree(call.getRequestBody());
        String key = owner + call.getRequestHeaders().getFirst("Idempotency-Key");
        Kept kept = flaw == Flaw.FORGETS_KEYS ? null : keys.get(key);
        if (flaw == Flaw.MAKES_NOTHING) {
            send(call, 404, JSON.createObjectNode());
        } else if (flaw == Flaw.BREAKS_ON_IDS
                && things.containsKey(body.path("likeId").asText())) {
            send(call, 500, JSON.createObjectNode());
        } else if (kept == null) {
            ObjectNode view = made(owner, body);
            if (call.getRequestHeaders().containsKey("Idempotency-Key")) {
                keys.put(key, new Kept(body, view));
            }
            send(call, 201, view);
        } else if (kept.body().equals(body) || flaw == Flaw.TAKES_ANY_BODY) {
            send(call, 201, kept.view());
        } else {
            send(call, 422, JSON.createObjectNode().put("detail", "Idempotency-Key"));
        }
    }

    private ObjectNode page(String owner, @Nullable String query) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        things.values().stream()
                .filter(thing -> flaw == Flaw.LISTS_ALL || thing.owner().equals(owner))
                .forEach(thing -> items.add(thing.view()));
        if (query != null && flaw == Flaw.SHOWS_WHAT_IS_ASKED) {
            Thing asked = things.get(query.substring(query.indexOf('=') + 1));
            page.set("asked", asked == null ? null : asked.view());
        }
        return page;
    }

    private static void send(HttpExchange call, int status, JsonNode answer) throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
