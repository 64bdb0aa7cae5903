package io.omniflow.testing.api;

import io.omniflow.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/**
 * The test no endpoint can be forgotten in: it is generated from the service's own OpenAPI document. A service's test is
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> every_endpoint_keeps_the_promises() {
 *     return new ApiPromises()
 *             .path("/api/v1/tickets/{id}", this::makeTicket)
 *             .tests();
 * }
 * }</pre>
 *
 * <p>Each operation answers 401 without a good token, 404 to another workspace, a problem in the 400s to hostile values, and
 * has an example in the document. What creates something takes an {@code Idempotency-Key} and answers a repeated call as the
 * first.
 */
public final class ApiPromises {
    private final Map<String, Function<String, Map<String, String>>> makers = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * Says how to make what a path names. A path with a parameter nobody made this known for fails the test.
     *
     * @param path as in the document; also serves longer paths that begin with it, unless they have their own
     * @param make given an admin's token, makes the thing in that token's workspace and tells the value of each path
     *     parameter
     */
    public ApiPromises path(String path, Function<String, Map<String, String>> make) {
        makers.put(path, make);
        return this;
    }

    /** As {@link #path}, for paths whose one parameter is {@code id}. */
    public ApiPromises id(String path, Function<String, String> make) {
        return path(path, token -> Map.of("id", make.apply(token)));
    }

    /** An operation that asks for no token, as {@code POST /webhooks/{system}/{connectionId}}. */
    public ApiPromises open(String operation) {
        open.add(operation);
        return this;
    }

    /** One container of tests an operation. */
    public Stream<DynamicNode> tests() {
        ApiDocument document = ApiDocument.read(TestHTTPResourceManager.getManagementUri() + "/openapi?format=json");
        List<Operation> operations = document.operations();
        if (operations.isEmpty()) {
            throw new AssertionError("The document lists no operation: the test would pass on nothing");
        }
        Set<String> names =
                new HashSet<>(operations.stream().map(Operation::name).toList());
        if (!names.containsAll(open)) {
            throw new AssertionError("Declared open, but not in the document: " + open + " of " + names);
        }
        Calls calls = new Calls(TestHTTPResourceManager.getUri());
        return operations.stream().map(operation -> testsOf(operation, document, calls));
    }

    private DynamicNode testsOf(Operation operation, ApiDocument document, Calls calls) {
        Subject subject = new Subject(operation, document, calls, maker(operation), adminOfNewWorkspace());
        Stream<DynamicNode> always = Stream.concat(
                HostileChecks.of(subject).tests(), DocumentChecks.of(subject).tests());
        Stream<DynamicNode> guarded = open.contains(operation.name())
                ? Stream.of()
                : Stream.concat(
                        AccessChecks.of(subject).tests(),
                        RepeatChecks.of(subject).tests());
        return DynamicContainer.dynamicContainer(operation.name(), Stream.concat(guarded, always));
    }

    static String adminOfNewWorkspace() {
        return Tokens.token(UUID.randomUUID(), "promise-keeper", "admin");
    }

    private Function<String, Map<String, String>> maker(Operation operation) {
        if (operation.pathParameters().isEmpty()) {
            return token -> Map.of();
        }
        return makers.entrySet().stream()
                .filter(entry -> operation.path().equals(entry.getKey())
                        || operation.path().startsWith(entry.getKey() + "/"))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(token -> {
                    throw new AssertionError("Nothing tells how to make what " + operation.path()
                            + " names: add .path(\"" + operation.path() + "\", …)");
                });
    }
}
