package io.omniflow.testing.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.api.LeakyService.Flaw;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated checks against a service that breaks one promise at a time. */
class LeakyServiceIT {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LISTS_ALL            | GET /things  | to another workspace
            SHOWS_WHAT_IS_LIKED  | POST /things | of another workspace
            SHOWS_WHAT_IS_ASKED  | GET /things  | of another workspace
            BREAKS_ON_IDS        | POST /things | should never be 5xx
            FORGETS_KEYS         | POST /things | and, repeated
            TAKES_ANY_BODY       | POST /things | takes another body under the same key
            MAKES_NOTHING        | POST /things | as the document shows it answers 404
            """)
    void a_promise_that_is_broken_is_found(Flaw flaw, String operation, String said) {
        try (LeakyService service = new LeakyService(flaw)) {
            List<String> complaints = checks(service, operation).stream()
                    .map(LeakyServiceIT::complaint)
                    .toList();
            assertTrue(
                    complaints.stream().anyMatch(complaint -> complaint.contains(said)),
                    () -> said + " is not among " + complaints);
        }
    }

    @Test
    void a_service_that_keeps_them_passes() {
        try (LeakyService service = new LeakyService(Flaw.NONE)) {
            for (String operation : List.of("GET /things", "POST /things", "GET /things/{id}")) {
                checks(service, operation)
                        .forEach(check -> assertDoesNotThrow(check.getExecutable(), check.getDisplayName()));
            }
        }
    }

    private static String complaint(DynamicTest check) {
        try {
            check.getExecutable().execute();
            return "";
        } catch (Throwable thrown) {
            return String.valueOf(thrown.getMessage());
        }
    }

    private static List<DynamicTest> checks(LeakyService service, String name) {
        ApiDocument document =
                ApiDocument.read(String.valueOf(LeakyServiceIT.class.getResource("/openapi/leaky.json")));
        Calls calls = new Calls(service.origin());
        Makers makers = new Makers();
        makers.path("/things/{id}", token -> Map.of("id", service.make(token)));
        List<Operation> operations = document.operations();
        Operation operation = operations.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Subject subject = new Subject(operation, document, calls, makers, ApiPromises.adminOfNewWorkspace());
        Strangers strangers = new Strangers(makers, operations, document, calls);
        Stream<DynamicNode> checks = Stream.of(
                        ListChecks.of(subject).tests(),
                        StrangerChecks.of(subject, strangers).tests(),
                        RepeatChecks.of(subject, RepeatChecks.Body.COMPARED).tests())
                .flatMap(tests -> tests);
        return checks.map(DynamicTest.class::cast).toList();
    }
}
