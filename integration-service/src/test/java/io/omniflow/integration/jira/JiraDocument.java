package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.omniflow.integration.jira.fake.FakeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Atlassian's own description of Jira Cloud's API and of its rich text. Neither is part of this project. */
final class JiraDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V4);

    /** Both documents refer to themselves so much that reading every reference ahead would not come to an end. */
    private static final SchemaValidatorsConfig LAZILY =
            SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();

    private final JsonNode api;
    private final JsonSchema richText;

    private JiraDocument(JsonNode api, JsonNode richText) {
        this.api = api;
        this.richText = schema(richText);
    }

    static Path api() {
        return specs().resolve("jira-cloud-v3.openapi.trimmed.json");
    }

    static Path richText() {
        return specs().resolve("adf-v1.schema.json");
    }

    static JiraDocument read() throws IOException {
        return new JiraDocument(JSON.readTree(Files.readString(api())), JSON.readTree(Files.readString(richText())));
    }

    /** What is wrong with a call; empty when nothing is. */
    List<String> violations(FakeCall call) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            if (call.path().matches(path.getKey().replaceAll("\\{[^}]+}", "[^/]+"))
                    && path.getValue().has(call.method().toLowerCase(Locale.ROOT))) {
                return compare(call, path.getValue().path(call.method().toLowerCase(Locale.ROOT)));
            }
        }
        found.add("there is no " + call.method() + " " + call.path());
        return found;
    }

    List<String> violationsOfRichText(JsonNode document) {
        return messages(richText, document);
    }

    private List<String> compare(FakeCall call, JsonNode operation) {
        List<String> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")) {
                known.add(name);
                if (parameter.path("required").asBoolean() && !call.query().containsKey(name)) {
                    found.add("the parameter " + name + " is missing");
                }
            }
        }
        call.query().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> found.add("there is no parameter " + name));
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        if (body.isMissingNode() != call.body().isMissingNode()) {
            found.add("a body is " + (body.isMissingNode() ? "not wanted" : "missing"));
        } else if (!body.isMissingNode()) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.set("components", api.path("components"));
            schema.putArray("allOf").add(body);
            found.addAll(messages(schema(schema), call.body()));
        }
        return found;
    }

    private static JsonSchema schema(JsonNode schema) {
        return SCHEMAS.getSchema(schema, LAZILY);
    }

    private static List<String> messages(JsonSchema schema, JsonNode value) {
        return schema.validate(value).stream().map(Objects::toString).toList();
    }

    private static Path specs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above holds mvnw");
        }
        return folder.resolveSibling("shared/specs");
    }
}
