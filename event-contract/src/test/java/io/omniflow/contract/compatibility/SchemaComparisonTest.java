package io.omniflow.contract.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.contract.compatibility.Break.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case replaces one piece of a small released schema by another. */
class SchemaComparisonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RELEASED = """
            {'type': 'object', 'required': ['id', 'status', 'note', 'owner', 'tags'], 'title': 'a ticket',
             'properties': {
               'id': {'type': 'string', 'format': 'uuid'},
               'status': {'type': 'string', 'enum': ['open', 'closed']},
               'note': {'type': ['string', 'null'], 'maxLength': 100},
               'owner': {'anyOf': [{'type': 'null'}, {'$ref': '#/$defs/Owner'}]},
               'tags': {'type': 'array', 'items': {'type': 'string'}},
               'nick': {'type': 'string'}},
             '$defs': {'Owner': {'type': 'object', 'required': ['name'], 'properties': {'name': {'type': 'string'}}}}}
            """;

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            PROPERTY_REMOVED | 'id': {'type': 'string', 'format': 'uuid'}, | ``
            PROPERTY_REMOVED | {'name': {'type': 'string'}} | {}
            PROPERTY_NO_LONGER_ALWAYS_THERE | ['id', | [
            PROPERTY_NO_LONGER_ALWAYS_THERE | ['name'] | []
            PROPERTY_NOW_EXPECTED_OF_OLDER_EVENTS | ['id', | ['id', 'nick',
            PROPERTY_NOW_EXPECTED_OF_OLDER_EVENTS | ['name'], 'properties': { | ['name', 'x'], 'properties': {'x': {'type': 'string'},
            JSON_TYPE_CHANGED | {'type': 'string', 'format': 'uuid'} | {'type': 'integer', 'format': 'uuid'}
            JSON_TYPE_CHANGED | {'type': 'string', 'format': 'uuid'} | {'type': ['string', 'integer'], 'format': 'uuid'}
            JSON_TYPE_CHANGED | {'type': 'string', 'format': 'uuid'} | {'format': 'uuid'}
            JSON_TYPE_CHANGED | 'items': {'type': 'string'} | 'items': {'type': 'integer'}
            JSON_TYPE_CHANGED | , 'items': {'type': 'string'} | ``
            JSON_TYPE_CHANGED | 'title': 'a ticket' | 'additionalProperties': false
            BECAME_NULLABLE | 'tags': {'type': 'array' | 'tags': {'type': ['array', 'null']
            BECAME_NULLABLE | {'name': {'type': 'string'}} | {'name': {'anyOf': [{'type': 'null'}, {'type': 'string'}]}}
            NO_LONGER_NULLABLE | ['string', 'null'] | 'string'
            NO_LONGER_NULLABLE | {'anyOf': [{'type': 'null'}, {'$ref': '#/$defs/Owner'}]} | {'$ref': '#/$defs/Owner'}
            ENUM_VALUE_ADDED | 'closed'] | 'closed', 'merged']
            ENUM_VALUE_ADDED | , 'enum': ['open', 'closed'] | ``
            ENUM_VALUE_REMOVED | ['open', 'closed'] | ['open']
            ENUM_VALUE_REMOVED | 'items': {'type': 'string'} | 'items': {'type': 'string', 'enum': ['a']}
            BOUND_CHANGED | 'maxLength': 100 | 'maxLength': 101
            BOUND_CHANGED | 'maxLength': 100 | 'maxLength': 99
            BOUND_CHANGED | , 'maxLength': 100 | ``
            BOUND_CHANGED | 'format': 'uuid' | 'format': 'uri'
            BOUND_CHANGED | 'items': {'type': 'string'} | 'items': {'type': 'string', 'pattern': 'x'}
            NOT_UNDERSTOOD | 'title': 'a ticket' | 'not': {'type': 'string'}
            """)
    void a_breaking_change_is_found(Kind kind, String piece, String replacement) throws JsonProcessingException {
        assertEquals(EnumSet.of(kind), kinds(piece, replacement));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            'title': 'a ticket' | 'title': 'a ticket', 'description': 'better told'
            'properties': {'name' | 'properties': {'born': {'type': ['string', 'null']}, 'name'
            'id': {'type': 'string', 'format': 'uuid'}, | 'more': {}, 'id': {'type': 'string', 'format': 'uuid'},
            'nick': {'type': 'string'} | 'nick': {'type': 'string'}, 'hint': {'type': 'string'}
            {'$ref': '#/$defs/Owner'} | {'type': 'object', 'required': ['name'], 'properties': {'name': {'type': 'string'}}}
            ['string', 'null'] | ['null', 'string']
            ['open', 'closed'] | ['closed', 'open']
            """)
    void a_change_that_breaks_nobody_is_accepted(String piece, String replacement) throws JsonProcessingException {
        assertEquals(Set.of(), kinds(piece, replacement));
    }

    @Test
    void a_new_property_may_be_always_there_when_it_is_nullable() throws JsonProcessingException {
        String added = RELEASED.replace("['id',", "['id', 'queue',")
                .replace(
                        "'nick': {'type': 'string'}",
                        "'nick': {'type': 'string'}, 'queue': {'type': ['string', 'null']}");
        assertEquals(List.of(), SchemaComparison.compare("", parse(RELEASED), parse(added)));
    }

    private static Set<Kind> kinds(String piece, String replacement) throws JsonProcessingException {
        int at = RELEASED.indexOf(piece);
        if (at < 0) {
            throw new IllegalArgumentException("The released schema has no " + piece);
        }
        String today = RELEASED.substring(0, at) + replacement + RELEASED.substring(at + piece.length());
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        SchemaComparison.compare("", parse(RELEASED), parse(today)).forEach(broken -> kinds.add(broken.kind()));
        return kinds;
    }

    private static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json.replace('\'', '"'));
    }
}
