package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.omniflow.integration.jira.fake.FakeRest.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A stateful Jira over HTTP: version 3 of its API behaves as Cloud, version 2 as Data Center. {@link #fail} queues what goes
 * wrong with the next calls of an operation, named as {@code POST issue transitions}; without it every call tells the truth.
 * {@code GET /issues} shows the issues to whoever runs it in another process.
 */
public final class JiraFake implements AutoCloseable {
    public static final String EMAIL = "robot@desk.example";
    public static final String API_TOKEN = "ATATT-fake-0123456789";
    public static final String ACCESS_TOKEN = "pat-fake-0123456789";
    public static final String PROJECT = "ENG";
    public static final String ISSUE_TYPE = "Bug";

    static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();
    static final String REST = "/rest/api/";

    private final HttpServer server;
    private final FakeState state = new FakeState();
    private final FakeRest rest = new FakeRest(state);
    private final FakeHooks hooks = new FakeHooks();
    private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

    private JiraFake(HttpServer server) {
        this.server = server;
        server.createContext(REST, this::rest);
        server.createContext(
                "/issues", exchange -> FakeAnswers.send(exchange, 200, Map.of(), JSON.writeValueAsString(issues())));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** @param port 0 for any free one */
    public static JiraFake start(int port) {
        try {
            return new JiraFake(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Runs until it is killed. The argument is the port. */
    public static void main(String[] arguments) {
        JiraFake fake = start(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        System.out.println("jira fake at " + fake.url() + " project " + PROJECT + " issue type " + ISSUE_TYPE
                + ", cloud " + EMAIL + " " + API_TOKEN + ", data center " + ACCESS_TOKEN);
    }

    /** What a connection names as its base URL. */
    public URI url() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    public List<FakeIssue> issues() {
        return state.issues();
    }

    public FakeIssue issue(String idOrKey) {
        return state.issue(idOrKey);
    }

    public List<FakeCall> calls() {
        return List.copyOf(calls);
    }

    /** A person moves an issue in Jira. */
    public void move(String idOrKey, String statusId) {
        String before = state.issue(idOrKey).statusId();
        hooks.moved(state.move(idOrKey, statusId, null), before, "a-person");
    }

    /** A person writes a comment in Jira. */
    public void say(String idOrKey, String author, String text) {
        FakeComment comment = state.comment(idOrKey, TextNode.valueOf(text));
        ObjectNode written = FakeRest.json(comment);
        written.putObject("author").put("accountId", "a-person").put("displayName", author);
        hooks.said(state.issue(idOrKey), written);
    }

    /**
     * From now on an address is told of every change.
     *
     * @param secret null for unsigned webhooks
     */
    public void hook(URI address, @Nullable String secret) {
        hooks.add(new FakeHooks.Hook(address, secret));
    }

    public void unhook(URI address) {
        hooks.remove(address);
    }

    /** How often each of the next webhooks is sent; 0 for one that gets lost. */
    public void webhookCopies(IntSupplier count) {
        hooks.copies(count);
    }

    /** The next calls of an operation go wrong like this, one after the other. */
    public void fail(String operation, Fault... next) {
        queue(operation).addAll(List.of(next));
    }

    /** The next searches find only what they are told to reconcile. */
    public void blind(int searches) {
        state.blind(searches);
    }

    /** No more faults, no calls remembered; the issues stay. */
    public void calm() {
        faults.clear();
        calls.clear();
        state.blind(0);
        hooks.copies(() -> 1);
    }

    @Override
    public void close() {
        server.stop(0);
        hooks.close();
    }

    private void rest(HttpExchange exchange) throws IOException {
        FakeRequest request = FakeRequest.of(exchange);
        calls.add(new FakeCall(
                Instant.now(),
                request.operation(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                request.query(),
                request.body()));
        @Nullable String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (!credentials(request.version()).equals(key)) {
            FakeAnswers.send(exchange, 401, Map.of(), "Client must be authenticated to access this resource.");
            return;
        }
        @Nullable Fault fault = queue(request.operation()).poll();
        if (fault == null) {
            tell(exchange, request);
        } else {
            goWrong(exchange, request, fault);
        }
    }

    private static String credentials(String version) {
        return version.equals("3")
                ? "Basic "
                        + Base64.getEncoder().encodeToString((EMAIL + ":" + API_TOKEN).getBytes(StandardCharsets.UTF_8))
                : "Bearer " + ACCESS_TOKEN;
    }

    private void goWrong(HttpExchange exchange, FakeRequest request, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Answer(Fault.Effect effect, int status, Map<String, String> headers, String body) -> {
                take(effect, request);
                FakeAnswers.send(exchange, status, headers, body);
            }
            case Fault.Silence(Fault.Effect effect) -> take(effect, request);
            case Fault.Slowness(Duration delay) -> {
                Truth truth = truth(request);
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> FakeAnswers.late(exchange, truth));
            }
            case Fault.EndlessBody() -> {
                Truth truth = truth(request);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(truth.status(), 100_000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
        }
    }

    private void take(Fault.Effect effect, FakeRequest request) {
        switch (effect) {
            case DONE -> truth(request);
            case NONE -> {}
        }
    }

    private Truth truth(FakeRequest request) {
        try {
            return told(request);
        } catch (Refusal refusal) {
            var body = JsonNodeFactory.instance.objectNode();
            body.putArray("errorMessages").add(refusal.getMessage());
            body.putObject("errors");
            return new Truth(refusal.status(), body);
        }
    }

    /** What a call changes is told by webhook as well, for Jira tells its callers of their own doings too. */
    private Truth told(FakeRequest request) {
        String before = request.operation().equals("POST issue transitions")
                ? state.issue(request.subject()).statusId()
                : "";
        Truth truth = rest.answer(request.operation(), request.version(), request.subject(), request.body());
        switch (request.operation()) {
            case "POST issue transitions" -> hooks.moved(state.issue(request.subject()), before, FakeRest.ROBOT);
            case "POST issue comment" -> hooks.said(state.issue(request.subject()), truth.body());
            default -> {}
        }
        return truth;
    }

    private void tell(HttpExchange exchange, FakeRequest request) throws IOException {
        FakeAnswers.send(exchange, truth(request));
    }

    private Deque<Fault> queue(String operation) {
        return faults.computeIfAbsent(operation, _ -> new ConcurrentLinkedDeque<>());
    }
}
