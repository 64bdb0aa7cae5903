package io.omniflow.testing.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The things of a workspace that is nobody's in the tests, one of each kind, made once for all operations. */
final class Strangers {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Its milliseconds make an instant as good as a name. */
    private static final Pattern MARK = Pattern.compile(ID + "|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final Makers makers;
    private final List<Operation> operations;
    private final ApiDocument document;
    private final Calls calls;
    private @Nullable Known known;

    Strangers(Makers makers, List<Operation> operations, ApiDocument document, Calls calls) {
        this.makers = makers;
        this.operations = operations;
        this.document = document;
        this.calls = calls;
    }

    /**
     * What the strangers are known by.
     *
     * @param ids ids of their things
     * @param marks ids and instants that stand in answers to them, and so in no answer to anybody else
     */
    record Known(Set<String> ids, Set<String> marks) {}

    synchronized Known known() {
        Known made = known;
        if (made == null) {
            made = make();
            known = made;
        }
        return made;
    }

    private Known make() {
        String token = ApiPromises.adminOfNewWorkspace();
        Set<String> ids = new TreeSet<>();
        Set<String> marks = new TreeSet<>();
        makers.ofPaths().forEach((path, make) -> {
            Map<String, String> values = make.apply(token);
            values.values().stream().filter(ID.asMatchPredicate()).forEach(ids::add);
            reading(path).forEach(operation -> {
                Subject subject = new Subject(operation, document, calls, makers, token);
                Answer answer = calls.send(subject.call(values));
                if (answer.isSuccess()) {
                    marks.addAll(marksIn(answer.body()));
                }
            });
        });
        marks.addAll(ids);
        marks.removeIf(document::says);
        return new Known(ids, marks);
    }

    private List<Operation> reading(String path) {
        return operations.stream()
                .filter(operation ->
                        operation.method().equals("GET") && operation.path().equals(path))
                .toList();
    }

    private static Set<String> marksIn(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
