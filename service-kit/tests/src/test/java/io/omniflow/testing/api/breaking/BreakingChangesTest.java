package io.omniflow.testing.api.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change a row: where in the document, what stands there now ("gone" takes it away), and what is said of it. */
class BreakingChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /paths/~1things~1{id}                                                 | gone                 | GET /things/{id} is gone
        /paths/~1things/post                                                  | gone                 | POST /things is gone
        /paths/~1things/get/parameters/1                                      | gone                 | GET /things no longer takes the query parameter owner
        /paths/~1things/get/parameters/1/required                             | true                 | GET /things insists on the query parameter owner
        /paths/~1things/get/parameters/-                                      | {"name": "at", "in": "query", "required": true} | GET /things insists on the new query parameter at
        /paths/~1things/get/parameters/-                                      | {"name": "X-At", "in": "header", "required": true} | GET /things insists on the new header x-at
        /paths/~1things/get/parameters/1/schema/type                          | "integer"            | GET /things has another type at the query parameter owner: integer where it was string
        /paths/~1things/get/parameters/1/schema/format                        | "uuid"               | GET /things has another format at the query parameter owner: uuid where it was none
        /paths/~1things/get/parameters/1/schema/pattern                       | "[a-z]+"             | GET /things has another pattern at the query parameter owner: [a-z]+ where it was none
        /paths/~1things/get/parameters/1/schema/enum                          | ["me"]               | GET /things takes only [me] at the query parameter owner
        /paths/~1things/get/parameters/2/schema                               | {"type": "boolean"}  | GET /things has another type at the query parameter sort: boolean where it was string
        /paths/~1things~1{id}/get/parameters/0/schema/format                  | "uuid"               | GET /things/{id} has another format at the parameter 0 of the path: uuid where it was none
        /components/schemas/Kind/enum                                         | ["small"]            | POST /things no longer takes [large] at the body /kind
        /components/schemas/MakeThing/required                                | ["name", "kind"]     | POST /things insists on the field at the body /kind
        /components/schemas/MakeThing/properties/amount                       | gone                 | POST /things has no field any more at the body /amount
        /components/schemas/MakeThing/properties/amount/type                  | "string"             | POST /things has another type at the body /amount: string where it was integer
        /components/schemas/MakeThing/properties/amount/format                | "int32"              | POST /things has another format at the body /amount: int32 where it was int64
        /components/schemas/MakeThing/properties/owner                        | {"type": "string"}   | POST /things has another type at the body /owner: string where it was null or string
        /components/schemas/MakeThing/properties/labels/additionalProperties/type | "boolean"        | POST /things has another type at the body /labels/{any}: boolean where it was string
        /components/schemas/MakeThing/properties/name/maxLength               | 50                   | POST /things takes less at the body /name: maxLength 50
        /components/schemas/MakeThing/properties/name/minLength               | 3                    | POST /things asks for more at the body /name: minLength 3
        /paths/~1things/post/requestBody                                      | gone                 | POST /things no longer takes a body
        /paths/~1things/post/requestBody/required                             | true                 | POST /things insists on a body
        /paths/~1pings/post/requestBody                                       | {"required": true}   | POST /pings insists on a body
        /paths/~1things/post/requestBody/content/application~1x-ndjson        | gone                 | POST /things no longer has application/x-ndjson for the body
        /components/schemas/Thing/properties/name                             | gone                 | GET /things/{id} has no field any more at the answer 200 /name
        /components/schemas/Thing/properties/name                             | gone                 | GET /things has no field any more at the answer 200 /items/*/name
        /components/schemas/Thing/properties/name/type                        | "integer"            | GET /things/{id} has another type at the answer 200 /name: integer where it was string
        /components/schemas/Thing/properties/name/type                        | ["string", "null"]   | GET /things/{id} has another type at the answer 200 /name: null or string where it was string
        /components/schemas/Thing/properties/id/format                        | gone                 | GET /things/{id} has another format at the answer 200 /id: none where it was uuid
        /components/schemas/Thing/properties/version/format                   | "int64"              | GET /things/{id} has another format at the answer 200 /version: int64 where it was int32
        /components/schemas/Thing/required                                    | []                   | GET /things/{id} may leave out the field at the answer 200 /id
        /paths/~1things/post/responses/409                                    | gone                 | POST /things no longer tells of the answer 409
        /paths/~1things/get/responses/200/headers/Link                        | gone                 | GET /things no longer sends the header Link with 200
        /paths/~1things/get/responses/200/content/application~1json           | gone                 | GET /things no longer has application/json for the answer 200
        /paths/~1things/post/security                                         | [{"jwt": ["lead"]}]  | POST /things asks for the role [lead] where [agent] was enough
        /paths/~1hooks/post/security                                          | [{"jwt": ["viewer"]}] | POST /hooks asks for a token now
        """)
    void a_change_that_breaks_a_client_is_found(String where, String what, String said) {
        List<String> breaks = BreakingChanges.between(released(), changed(where, what));
        assertTrue(breaks.contains(said), () -> "Not said: " + said + "\nbut: " + String.join("\n", breaks));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /paths/~1more                                                         | {"get": {"responses": {}}}
        /paths/~1things/delete                                                | {"responses": {}}
        /paths/~1things/get/parameters/-                                      | {"name": "at", "in": "query"}
        /paths/~1things/get/parameters/2/schema                               | {"type": "string"}
        /paths/~1things~1{id}/get/description                                 | "More words"
        /components/schemas/Kind/enum                                         | ["small", "large", "huge"]
        /components/schemas/MakeThing/required                                | []
        /components/schemas/MakeThing/properties/more                         | {"type": "string"}
        /components/schemas/MakeThing/properties/amount/type                  | "number"
        /components/schemas/MakeThing/properties/amount/format                | gone
        /components/schemas/MakeThing/properties/owner                        | {"type": ["null", "string"]}
        /components/schemas/MakeThing/properties/owner                        | {}
        /components/schemas/MakeThing/properties/name/maxLength               | 200
        /components/schemas/MakeThing/properties/name/maxLength               | gone
        /components/schemas/Thing/properties/more                             | {"type": "string"}
        /components/schemas/Thing/properties/dueAt/type                       | "string"
        /components/schemas/Thing/properties/name/format                      | "email"
        /paths/~1things/get/responses/429                                     | {"description": "Too many"}
        /paths/~1things/post/security                                         | [{"jwt": ["viewer"]}]
        /paths/~1things/post/security                                         | []
        """)
    void a_change_that_breaks_nobody_is_let_pass(String where, String what) {
        assertEquals(List.of(), BreakingChanges.between(released(), changed(where, what)));
    }

    @Test
    void the_name_of_a_path_parameter_is_nothing_a_client_sends() throws JsonProcessingException {
        String renamed = JSON.writeValueAsString(released())
                .replace("{id}", "{number}")
                .replace("\"name\":\"id\"", "\"name\":\"number\"");
        assertEquals(List.of(), BreakingChanges.between(released(), JSON.readTree(renamed)));
    }

    @Test
    void a_schema_spelt_out_is_the_one_referred_to() {
        JsonNode spelt = changed(
                "/paths/~1things/post/requestBody/content/application~1json/schema",
                released().at("/components/schemas/MakeThing").toString());
        assertEquals(List.of(), BreakingChanges.between(released(), spelt));
    }

    private static JsonNode changed(String where, String what) {
        JsonNode document = released();
        JsonPointer pointer = JsonPointer.compile(where);
        JsonNode parent = document.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            if (what.equals("gone")) {
                list.remove(Integer.parseInt(name));
            } else {
                list.add(json(what));
            }
        } else if (what.equals("gone")) {
            Objects.requireNonNull(((ObjectNode) parent).remove(name), where);
        } else {
            ((ObjectNode) parent).set(name, json(what));
        }
        return document;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode released() {
        try (InputStream file =
                Objects.requireNonNull(BreakingChangesTest.class.getResourceAsStream("/openapi/released.json"))) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
