package io.omniflow.integration.linear.fake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stateful Linear over HTTP. {@link #fail} queues what goes wrong with the next calls of an operation; without it every
 * call tells the truth. {@code GET /issues} shows the issues to whoever runs it in another process.
 */
public final class LinearFake implements AutoCloseable {
    public static final String API_KEY = "lin_api_fake_0123456789";
    public static final String TEAM_ID = "9cfb482a-81e3-4154-b5b9-2c805e70a02d";
    public static final String TEAM_KEY = "ENG";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNAUTHENTICATED =
            "{\"errors\":[{\"message\":\"Authentication required, not authenticated\",\"extensions\":"
                    + "{\"type\":\"authentication error\",\"code\":\"AUTHENTICATION_ERROR\",\"userError\":true,"
                    + "\"userPresentableMessage\":\"You need to authenticate to access this operation.\"}}]}";

    private final HttpServer server;
    private final FakeState state = new FakeState();
    private final FakeHooks hooks = new FakeHooks();
    private final FakeGraphQl graphQl = new FakeGraphQl(state, new Doings());
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
    private volatile Supplier<@Nullable Fault> chance = () -> null;
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

    private LinearFake(HttpServer server) {
        this.server = server;
        keys.add(API_KEY);
        state.addTeam(new FakeState.FakeTeam(TEAM_ID, TEAM_KEY, "Engineering"));
        server.createContext("/graphql", this::graphQl);
        server.createContext("/issues", exchange -> answer(exchange, 200, Map.of(), JSON.writeValueAsString(issues())));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** @param port 0 for any free one */
    public static LinearFake start(int port) {
        try {
            return new LinearFake(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /**
     * Runs until it is killed.
     *
     * @param arguments the port, then {@code hold-first-issue} for one that makes the first issue and never says so
     */
    public static void main(String[] arguments) {
        LinearFake fake = start(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        if (List.of(arguments).contains("hold-first-issue")) {
            fake.fail("IssueCreate", new Fault.Silence(Fault.Effect.DONE));
        }
        System.out.println("linear fake at " + fake.url() + " key " + API_KEY + " team " + TEAM_ID);
    }

    /** What a connection names as its base URL. */
    public URI url() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    public List<FakeIssue> issues() {
        return state.issues();
    }

    public List<FakeCall> calls() {
        return List.copyOf(calls);
    }

    public List<FakeCall> calls(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    /** Makes an issue as a caller would whom nobody saw die afterwards. */
    public FakeIssue make(Map<String, Object> input) {
        return state.create(input);
    }

    /** A person moves an issue there. */
    public void move(String idOrIdentifier, FakeWorkflow to) {
        new Doings().moved(state.move(idOrIdentifier, to));
    }

    /** A person writes a comment there; gives its id. */
    public String say(String idOrIdentifier, String author, String body) {
        FakeComment comment = state.say(idOrIdentifier, null, body, author);
        new Doings().said(state.issue(idOrIdentifier), comment);
        return comment.id();
    }

    public FakeIssue issue(String idOrIdentifier) {
        return state.issue(idOrIdentifier);
    }

    /** From now on an address is told of every change. */
    public void hook(URI address, String secret) {
        hooks.add(new FakeHooks.Hook(address, secret));
    }

    public void unhook(URI address) {
        hooks.remove(address);
    }

    /** How often each of the next webhooks is sent; 0 for one that gets lost. */
    public void webhookCopies(IntSupplier count) {
        hooks.copies(count);
    }

    /** Every call goes wrong by chance from now on: what it asks for gives the fault, null none. */
    public void misbehave(Supplier<@Nullable Fault> chance) {
        this.chance = chance;
    }

    /** The next calls of an operation go wrong like this, one after the other. */
    public void fail(String operation, Fault... next) {
        queue(operation).addAll(List.of(next));
    }

    /** No more faults, no calls remembered; the issues stay. */
    public void calm() {
        faults.clear();
        calls.clear();
        chance = () -> null;
        hooks.copies(() -> 1);
    }

    @Override
    public void close() {
        server.stop(0);
        hooks.close();
    }

    /** Tells of them by webhook. */
    private final class Doings implements FakeGraphQl.Doings {
        @Override
        public void moved(FakeState.Moved moved) {
            FakeWorkflow before = FakeWorkflow.named(moved.before().stateName());
            FakeWorkflow after = FakeWorkflow.named(moved.after().stateName());
            if (before != after) {
                Map<String, Object> data = Map.of(
                        "id", moved.after().id(),
                        "identifier", moved.after().identifier(),
                        "stateId", after.id(),
                        "updatedAt", moved.after().updatedAt().toString());
                hooks.send("Issue", "update", data, Map.of("stateId", before.id()));
            }
        }

        @Override
        public void said(FakeIssue issue, FakeComment comment) {
            Map<String, Object> data = Map.of(
                    "id", comment.id(),
                    "issueId", issue.id(),
                    "body", comment.body(),
                    "createdAt", issue.updatedAt().toString(),
                    "user", Map.of("id", "00000000-0000-4000-8000-000000000002", "name", comment.author()));
            hooks.send("Comment", "create", data, Map.of());
        }
    }

    private void graphQl(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        FakeRequest request = JSON.readValue(body, FakeRequest.class);
        calls.add(new FakeCall(Instant.now(), request.operation(), request.variables()));
        @Nullable String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (key == null || !keys.contains(key)) {
            answer(exchange, 401, Map.of(), UNAUTHENTICATED);
            return;
        }
        @Nullable Fault fault = nextFault(request.operation());
        if (fault == null) {
            answer(exchange, 200, Map.of(), truth(request));
            return;
        }
        goWrong(exchange, request, fault);
    }

    private void goWrong(HttpExchange exchange, FakeRequest request, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Answer(Fault.Effect effect, int status, Map<String, String> headers, String body) -> {
                take(effect, request);
                answer(exchange, status, headers, body);
            }
            case Fault.Silence(Fault.Effect effect) -> take(effect, request);
            case Fault.Slowness(Duration delay) -> {
                String truth = truth(request);
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> answerLate(exchange, truth));
            }
        }
    }

    private void take(Fault.Effect effect, FakeRequest request) throws IOException {
        switch (effect) {
            case DONE -> truth(request);
            case NONE -> {}
        }
    }

    private String truth(FakeRequest request) throws IOException {
        return JSON.writeValueAsString(graphQl.execute(request));
    }

    private @Nullable Fault nextFault(String operation) {
        @Nullable Fault queued = queue(operation).poll();
        return queued == null ? chance.get() : queued;
    }

    private Deque<Fault> queue(String operation) {
        return faults.computeIfAbsent(operation, _ -> new ConcurrentLinkedDeque<>());
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
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
