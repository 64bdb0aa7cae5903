package io.omniflow.contract.asyncapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.schema.ContractFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncApiRulesTest {
    private static final String GOOD = """
            asyncapi: 3.0.0
            info: {title: Small, version: 1.0.0}
            defaultContentType: application/json
            channels:
              greetings:
                address: 'greetings.{language}'
                parameters: {language: {description: one of many}}
                messages: {hello: {$ref: '#/components/messages/hello'}}
              others:
                address: others
                messages: {hello: {$ref: '#/components/messages/hello'}}
            operations:
              greet:
                action: send
                channel: {$ref: '#/channels/greetings'}
                messages: [{$ref: '#/channels/greetings/messages/hello'}]
            components:
              messages:
                hello: {payload: {schemaFormat: any, schema: {type: object}}}
            """;

    @Test
    void our_document_keeps_the_rules() throws IOException {
        assertEquals(List.of(), AsyncApiRules.violations(AsyncApi.read(ContractFiles.TODAY.asyncApi())));
    }

    @Test
    void a_small_document_keeps_the_rules() throws IOException {
        assertEquals(List.of(), violations(GOOD));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            shape | asyncapi: 3.0.0 | asyncapi: 2.6.0
            shape | {title: Small, version: 1.0.0} | {title: Small}
            shape | address: others | adress: others
            shape | action: send | action: publish
            shape | channel: {$ref: '#/channels/greetings'} | ``
            shape | {description: one of many} | {description: one of many, schema: {}}
            shape | {schemaFormat: any, schema: {type: object}} | {schemaFormat: any}
            shape | hello: {payload: | hello: {body: {}, payload:
            shape | components: | owner: me\\ncomponents:
            reference | {$ref: '#/components/messages/hello'} | {$ref: '#/components/messages/bye'}
            reference | {type: object} | {$ref: schemas/not-there.json}
            parameters | 'greetings.{language}' | greetings
            parameters | 'greetings.{language}' | 'greetings.{language}.{tone}'
            operation | channel: {$ref: '#/channels/greetings'} | channel: {$ref: '#/channels/others'}
            operation | channel: {$ref: '#/channels/greetings'} | channel: {$ref: '#/components/messages/hello'}
            operation | [{$ref: '#/channels/greetings/messages/hello'}] | [{$ref: '#/components/messages/hello'}]
            """)
    void a_broken_document_is_told(String rule, String piece, String replacement) throws IOException {
        assertTrue(GOOD.contains(piece), piece);
        List<String> violations = violations(GOOD.replace(piece, replacement.replace("\\n", "\n")));
        assertTrue(violations.stream().anyMatch(violation -> violation.startsWith(rule + ":")), violations::toString);
    }

    private static List<String> violations(String yaml) throws IOException {
        return AsyncApiRules.violations(AsyncApi.of(yaml, Path.of("src/test/resources")));
    }
}
