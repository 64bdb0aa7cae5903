package io.omniflow.testing.api.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Two versions of a document, seen by a client of the first. Its own code, since openapi-diff 2.1.2 does not see the types,
 * unions and roles of OpenAPI 3.1.
 *
 * <p>Allowed, because clients are told to expect it: new operations, optional parameters and fields, new fields and new
 * constants in answers (enums are open: a client treats one it does not know as a kind of its own).
 */
public final class BreakingChanges {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private BreakingChanges() {}

    /** One sentence a break, each beginning with the operation as the released document names it. */
    public static List<String> between(JsonNode released, JsonNode now) {
        Map<String, Documented> before = operations(released);
        Map<String, Documented> after = operations(now);
        List<String> breaks = new ArrayList<>();
        before.forEach((key, operation) -> {
            Documented later = after.get(key);
            if (later == null) {
                breaks.add(operation.name() + " is gone");
            } else {
                new OperationBreaks(operation, later)
                        .find()
                        .forEach(found -> breaks.add(operation.name() + " " + found));
            }
        });
        return breaks;
    }

    /** By method and path; the names of a path's parameters are nothing a client sends. */
    private static Map<String, Documented> operations(JsonNode document) {
        Map<String, Documented> operations = new LinkedHashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> {
                    String verb = method.getKey().toUpperCase(Locale.ROOT);
                    operations.put(
                            verb + " " + path.getKey().replaceAll("\\{[^}]*}", "{}"),
                            new Documented(document, verb, path.getKey(), path.getValue(), method.getValue()));
                }));
        return operations;
    }
}
