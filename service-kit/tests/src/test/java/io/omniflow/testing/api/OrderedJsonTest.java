package io.omniflow.testing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OrderedJsonTest {
    @Test
    void what_people_put_in_an_order_keeps_it_and_the_rest_goes_by_name() throws JsonProcessingException {
        String text = OrderedJson.text(new ObjectMapper().readTree("""
                {"paths": {"/b": {"post": 1, "get": {"example": {"z": 1, "a": 2}}}, "/a": {}}, "openapi": "3.1.0",
                 "components": {"schemas": {"Thing": {"type": "object", "properties": {"id": {}, "at": {}}}}}}"""));
        assertEquals("""
                {
                  "openapi" : "3.1.0",
                  "paths" : {
                    "/a" : { },
                    "/b" : {
                      "get" : {
                        "example" : {
                          "z" : 1,
                          "a" : 2
                        }
                      },
                      "post" : 1
                    }
                  },
                  "components" : {
                    "schemas" : {
                      "Thing" : {
                        "properties" : {
                          "id" : { },
                          "at" : { }
                        },
                        "type" : "object"
                      }
                    }
                  }
                }
                """, text);
    }
}
