package io.omniflow.contract.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.omniflow.contract.asyncapi.AsyncApi;
import io.omniflow.contract.compatibility.Break.Kind;
import io.omniflow.contract.compatibility.ContractComparison.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractComparisonTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String DOCUMENT = """
            channels:
              births:
                address: births.v1
                messages: {born: {$ref: '#/components/messages/born'}}
            components:
              messages:
                born: {traits: [{$ref: '#/components/messageTraits/fact'}]}
              messageTraits:
                fact:
                  headers: {type: object, required: [id], properties: {id: {type: string}}}
                  bindings: {kafka: {key: {type: string, format: uuid}}}
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            TYPE_MOVED | births.v1 | births.v2
            TYPE_REMOVED | messages: {born: {$ref: '#/components/messages/born'}} | messages: {}
            PROPERTY_NO_LONGER_ALWAYS_THERE | required: [id] | required: []
            BOUND_CHANGED | format: uuid | format: uri
            """)
    void a_change_of_topic_headers_or_key_is_found(Kind kind, String piece, String replacement) throws IOException {
        List<Break> breaks = ContractComparison.compare(
                contract(DOCUMENT, "born"), contract(DOCUMENT.replace(piece, replacement), "born"));
        assertEquals(List.of(kind), breaks.stream().map(Break::kind).toList());
    }

    @Test
    void a_schema_that_is_gone_is_found() throws IOException {
        List<Break> breaks =
                ContractComparison.compare(contract(DOCUMENT, "born"), contract(DOCUMENT, "something-else"));
        assertEquals(
                List.of(Kind.TYPE_REMOVED), breaks.stream().map(Break::kind).toList());
    }

    @Test
    void a_new_type_and_a_new_optional_header_break_nobody() throws IOException {
        Contract today = contract(DOCUMENT.replace("id: {type: string}", "id: {type: string}, kind: {}"), "born");
        today.schemas().put("died", YAML.createObjectNode());
        assertEquals(List.of(), ContractComparison.compare(contract(DOCUMENT, "born"), today));
    }

    private static Contract contract(String yaml, String type) throws IOException {
        ObjectNode schema = YAML.createObjectNode().put("type", "object");
        TreeMap<String, JsonNode> schemas = new TreeMap<>();
        schemas.put(type, schema);
        return new Contract(schemas, new AsyncApi(YAML.readTree(yaml), Path.of(".")));
    }
}
