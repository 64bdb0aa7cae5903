package io.omniflow.ticket.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several documents as one. A schema all say alike is kept once; one that two services mean differently bears the service in
 * front of its name ({@code SlaState}), and so does what refers to it under a name of both.
 */
final class MergedDocument {
    private final List<ServiceDocument> documents;
    private final Set<String> clashing;

    private MergedDocument(List<ServiceDocument> documents) {
        this.documents = documents;
        this.clashing = clashing(documents);
    }

    /** @throws IllegalStateException when two services claim the same operation, or differ where they must not */
    static JsonNode of(List<ServiceDocument> documents) {
        return new MergedDocument(documents).merged();
    }

    private JsonNode merged() {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.set("openapi", documents.getFirst().root().path("openapi"));
        ObjectNode info = merged.putObject("info");
        info.put("title", "Omniflow Tickets API");
        info.put(
                "description",
                "Four services behind one origin. Failures are application/problem+json (RFC 9457). Enums in answers are"
                        + " open: expect constants not listed here.");
        info.set("version", documents.getFirst().root().path("info").path("version"));
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("tags").addAll(tags().values());
        merged.set("paths", paths());
        merged.set("components", components());
        return merged;
    }

    private Map<String, JsonNode> tags() {
        Map<String, JsonNode> tags = new TreeMap<>();
        documents.stream()
                .flatMap(document -> document.root().path("tags").valueStream())
                .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        return tags;
    }

    private JsonNode paths() {
        Map<String, JsonNode> paths = new TreeMap<>();
        for (ServiceDocument document : documents) {
            document.parts("paths").forEach(path -> {
                if (paths.put(path.getKey(), here(document, path.getValue())) != null) {
                    throw new IllegalStateException("Two services claim " + path.getKey());
                }
            });
        }
        return JsonNodeFactory.instance.objectNode().setAll(paths);
    }

    private JsonNode components() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        ObjectNode security = JsonNodeFactory.instance.objectNode();
        for (ServiceDocument document : documents) {
            document.schemas()
                    .properties()
                    .forEach(schema -> schemas.put(name(document, schema.getKey()), here(document, schema.getValue())));
            document.root()
                    .path("components")
                    .path("securitySchemes")
                    .properties()
                    .forEach(scheme -> {
                        JsonNode had = security.replace(scheme.getKey(), scheme.getValue());
                        if (had != null && !had.equals(scheme.getValue())) {
                            throw new IllegalStateException(
                                    "Services differ in the security scheme " + scheme.getKey());
                        }
                    });
        }
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        components.set("schemas", JsonNodeFactory.instance.objectNode().setAll(schemas));
        components.set("securitySchemes", security);
        return components;
    }

    private JsonNode here(ServiceDocument document, JsonNode part) {
        return ServiceDocument.renamed(part, name -> name(document, name));
    }

    private String name(ServiceDocument document, String schema) {
        return clashing.contains(schema)
                ? document.service().substring(0, 1).toUpperCase(Locale.ROOT)
                        + document.service().substring(1)
                        + schema
                : schema;
    }

    private static Set<String> clashing(List<ServiceDocument> documents) {
        Map<String, Set<JsonNode>> meanings = new TreeMap<>();
        documents.stream()
                .flatMap(document -> document.schemas().properties().stream())
                .forEach(schema -> meanings.computeIfAbsent(schema.getKey(), _ -> new HashSet<>())
                        .add(schema.getValue()));
        Set<String> clashing = new HashSet<>();
        boolean grew;
        do {
            grew = clashing.addAll(meanings.entrySet().stream()
                    .filter(meaning -> differ(meaning.getValue(), clashing) && isShared(meaning.getKey(), documents))
                    .map(Map.Entry::getKey)
                    .toList());
        } while (grew);
        return clashing;
    }

    /** Also what is said in the same words, where a word means something else in each service. */
    private static boolean differ(Set<JsonNode> meanings, Set<String> clashing) {
        return meanings.size() > 1
                || meanings.stream()
                        .flatMap(meaning -> ServiceDocument.referredTo(meaning).stream())
                        .anyMatch(clashing::contains);
    }

    private static boolean isShared(String schema, List<ServiceDocument> documents) {
        return documents.stream()
                        .filter(document -> document.schemas().has(schema))
                        .count()
                > 1;
    }
}
