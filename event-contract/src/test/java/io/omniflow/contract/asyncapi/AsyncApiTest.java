package io.omniflow.contract.asyncapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Topics;
import io.omniflow.contract.asyncapi.AsyncApi.Message;
import io.omniflow.contract.schema.ContractFiles;
import io.omniflow.contract.schema.Example;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {
    private final AsyncApi document = AsyncApi.read(ContractFiles.TODAY.asyncApi());

    AsyncApiTest() throws IOException {}

    static Collection<Example> examples() {
        return ContractFiles.TODAY.examples().values();
    }

    @Test
    void every_record_is_a_message_of_its_topic_and_there_is_no_other_message() {
        Map<String, String> records = new TreeMap<>();
        EventCatalog.records()
                .forEach(record -> records.put(EventCatalog.typeOf(record), EventCatalog.topicOf(record)));
        Map<String, String> messages = new TreeMap<>();
        document.messages().forEach((type, message) -> messages.put(type, message.address()));
        messages.remove("deadLetter");
        assertEquals(records, messages);
    }

    @Test
    void every_message_shows_its_schema_and_its_example() {
        document.messages().forEach((type, message) -> {
            if (!type.equals("deadLetter")) {
                assertEquals(type, message.node().path("name").textValue());
                assertEquals(
                        "schemas/" + type + ".json",
                        message.node().at("/payload/schema/$ref").textValue());
                assertEquals(
                        "examples/" + type + ".json",
                        message.node().at("/x-example/$ref").textValue());
            }
        });
    }

    @Test
    void every_topic_is_a_channel_and_dead_letters_have_their_pattern() throws ReflectiveOperationException {
        Set<String> addresses = new TreeSet<>();
        document.root()
                .path("channels")
                .forEach(channel -> addresses.add(channel.path("address").textValue()));
        Set<String> topics = constants(Topics.class);
        topics.add(Topics.deadLetters("{topic}", "{group}"));
        assertEquals(topics, addresses);
        Set<String> sources = new TreeSet<>();
        document.root()
                .at("/channels/deadLetters/parameters/topic/enum")
                .forEach(topic -> sources.add(topic.textValue()));
        topics.remove(Topics.deadLetters("{topic}", "{group}"));
        assertEquals(topics, sources);
    }

    @Test
    void every_message_is_sent_by_someone_and_received_by_someone() {
        for (String action : Set.of("send", "receive")) {
            Set<String> named = new TreeSet<>();
            document.root().path("operations").forEach(operation -> {
                if (operation.path("action").asText().equals(action)) {
                    JsonNode messages = operation.path("messages");
                    JsonNode all = document.followed(operation.path("channel")).path("messages");
                    messages.forEach(
                            message -> named.add(message.path("$ref").asText().replaceFirst(".*/", "")));
                    if (messages.isMissingNode()) {
                        all.fieldNames().forEachRemaining(named::add);
                    }
                }
            });
            assertEquals(document.messages().keySet(), named, action);
        }
    }

    @Test
    void the_headers_are_those_of_the_contract() throws ReflectiveOperationException {
        Set<String> described = new TreeSet<>();
        document.root()
                .at("/components/schemas/eventHeaders/properties")
                .fieldNames()
                .forEachRemaining(described::add);
        assertEquals(constants(EventHeaders.class), described);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_headers_of_the_example_fit_the_message(Example example) {
        Message message = document.message(example.type());
        ObjectNode headers = document.said(message, "headers").orElseThrow().deepCopy();
        headers.set("components", document.root().get("components"));
        var violations = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(headers)
                .validate(example.headers().toString(), InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true));
        assertEquals(Set.of(), violations);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_key_of_the_example_is_the_documented_one(Example example) {
        Message message = document.message(example.type());
        JsonNode key = document.said(message, "bindings").orElseThrow().at("/kafka/key");
        assertTrue(key.path("description").isTextual(), "the key is not described");
        var violations = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(key)
                .validate('"' + example.key() + '"', InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true));
        assertEquals(Set.of(), violations);
    }

    private static Set<String> constants(Class<?> names) throws ReflectiveOperationException {
        Set<String> values = new TreeSet<>();
        for (Field field : names.getFields()) {
            values.add((String) field.get(null));
        }
        return values;
    }
}
