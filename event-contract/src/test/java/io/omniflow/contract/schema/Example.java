package io.omniflow.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** One Kafka record as it may be met: headers, key and value. */
public record Example(String type, JsonNode headers, String key, JsonNode data) {
    static Example of(String type, JsonNode file) {
        return new Example(type, file.required("headers"), file.required("key").textValue(), file.required("data"));
    }

    String header(String name) {
        return headers.required(name).textValue();
    }
}
