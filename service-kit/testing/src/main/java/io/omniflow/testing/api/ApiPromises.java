package io.omniflow.testing.api;

import io.omniflow.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResourceManager;
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
 * has an example in the document. Ids of another workspace in bodies and queries show nothing of it, and no list does. What
 * creates something takes an {@code Idempotency-Key}, answers a repeated call as the first and refuses another body.
 */
public final class ApiPromises {
    private final Makers makers = new Makers();
    private final Set<String> open = new HashSet<>();
    private final Set<String> signed = new HashSet<>();
    private final Set<String> streamed = new HashSet<>();

    /**
     * Says how to make what a path names. A path with a parameter nobody made this known for fails the test.
     *
     * @param path as in the document; also serves longer paths that begin with it, unless they have their own
     * @param make given an admin's token, makes the thing in that token's workspace and tells the value of each path
     *     parameter
     */
    public ApiPromises path(String path, Function<String, Map<String, String>> make) {
        makers.path(path, make);
        return this;
    }

    /** As {@link #path}, for paths whose one parameter is {@code id}. */
    public ApiPromises id(String path, Function<String, String> make) {
        return path(path, token -> Map.of("id", make.apply(token)));
    }

    /** An operation that asks for no token. */
    public ApiPromises open(String operation) {
        open.add(operation);
        return this;
    }

    /**
     * An operation that asks for a signature of the body in place of a token, as {@code POST
     * /webhooks/{system}/{connectionId}}. The generated calls cannot sign, so each must be refused.
     */
    public ApiPromises signed(String operation) {
        signed.add(operation);
        return this;
    }

    /**
     * The JSON to send where the document's example names what is not there, as a made-up connection.
     *
     * @param operation as {@code POST /api/v1/integrations/links}
     * @param make given an admin's token, makes what the body names in that token's workspace and tells the body
     */
    public ApiPromises body(String operation, Function<String, String> make) {
        makers.body(operation, make);
        return this;
    }

    /**
     * Says how to make what a list shows, where that is not the thing {@code <path of the list>/{id}} names.
     *
     * @param operation as {@code GET /api/v1/sla/breaches}
     * @param make given an admin's token, makes one in that token's workspace and tells an id only its item shows
     */
    public ApiPromises item(String operation, Function<String, String> make) {
        makers.item(operation, make);
        return this;
    }

    /** An operation whose body is read as a stream, so that another body under the same key may go unnoticed. */
    public ApiPromises streamed(String operation) {
        streamed.add(operation);
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
        Set<String> told = new HashSet<>(makers.operations());
        told.addAll(open);
        told.addAll(signed);
        told.addAll(streamed);
        told.removeAll(names);
        if (!told.isEmpty()) {
            throw new AssertionError("Told of, but not in the document: " + told + " of " + names);
        }
        Calls calls = new Calls(TestHTTPResourceManager.getUri());
        Strangers strangers = new Strangers(makers, operations, document, calls);
        return operations.stream().map(operation -> testsOf(operation, document, calls, strangers));
    }

    private DynamicNode testsOf(Operation operation, ApiDocument document, Calls calls, Strangers strangers) {
        Subject subject = new Subject(operation, document, calls, makers, adminOfNewWorkspace());
        Stream<DynamicNode> always = Stream.concat(
                HostileChecks.of(subject).tests(), DocumentChecks.of(subject).tests());
        return DynamicContainer.dynamicContainer(operation.name(), Stream.concat(guarded(subject, strangers), always));
    }

    private Stream<DynamicNode> guarded(Subject subject, Strangers strangers) {
        Operation operation = subject.operation();
        if (open.contains(operation.name())) {
            return Stream.of();
        }
        if (signed.contains(operation.name())) {
            return SignatureChecks.of(subject).tests();
        }
        return Stream.of(
                        AccessChecks.of(subject).tests(),
                        ListChecks.of(subject).tests(),
                        StrangerChecks.of(subject, strangers).tests(),
                        RepeatChecks.of(subject, bodyOf(operation)).tests())
                .flatMap(tests -> tests);
    }

    private RepeatChecks.Body bodyOf(Operation operation) {
        return streamed.contains(operation.name()) ? RepeatChecks.Body.STREAMED : RepeatChecks.Body.COMPARED;
    }

    static String adminOfNewWorkspace() {
        return Tokens.token(UUID.randomUUID(), "promise-keeper", "admin");
    }
}
