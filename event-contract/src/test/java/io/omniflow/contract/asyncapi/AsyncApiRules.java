package io.omniflow.contract.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of AsyncAPI 3.0 for the parts our document uses. The shape of each object is a schema of our own, strict
 * about unknown fields, since the official one is in no Maven registry we can reach; what a schema cannot say is here.
 */
final class AsyncApiRules {
    private static final Path SHAPES = Path.of("src/test/resources/asyncapi-3.0-shapes.json");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final AsyncApi document;
    private final List<String> violations = new ArrayList<>();

    private AsyncApiRules(AsyncApi document) {
        this.document = document;
    }

    static List<String> violations(AsyncApi document) throws IOException {
        AsyncApiRules rules = new AsyncApiRules(document);
        rules.shapes();
        rules.references();
        rules.channels();
        rules.operations();
        return rules.violations;
    }

    private void shapes() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SHAPES));
        schema.validate(document.root().toString(), InputFormat.JSON)
                .forEach(violation -> violations.add("shape: " + violation));
    }

    private void references() {
        document.references().forEach((at, reference) -> {
            if (document.target(reference).isMissingNode()) {
                violations.add("reference: " + at + " leads nowhere: " + reference);
            }
        });
    }

    private void channels() {
        for (Map.Entry<String, JsonNode> channel :
                document.root().path("channels").properties()) {
            Set<String> inAddress = new TreeSet<>();
            for (Matcher m =
                            PARAMETER.matcher(channel.getValue().path("address").asText());
                    m.find(); ) {
                inAddress.add(m.group(1));
            }
            Set<String> described = new TreeSet<>();
            channel.getValue().path("parameters").properties().forEach(field -> described.add(field.getKey()));
            if (!inAddress.equals(described)) {
                violations.add("parameters: " + channel.getKey() + " has " + inAddress + ", describes " + described);
            }
        }
    }

    /** An operation names its channel by reference, and its messages as messages of that channel. */
    private void operations() {
        for (Map.Entry<String, JsonNode> operation :
                document.root().path("operations").properties()) {
            String channel = operation.getValue().path("channel").path("$ref").asText();
            if (!channel.startsWith("#/channels/")) {
                violations.add("operation: " + operation.getKey() + " must refer to a channel of the document");
            }
            for (JsonNode message : operation.getValue().path("messages")) {
                if (!message.path("$ref").asText().startsWith(channel + "/messages/")) {
                    violations.add("operation: " + operation.getKey() + " names a message that is not its channel's: "
                            + message.path("$ref").asText());
                }
            }
        }
    }
}
