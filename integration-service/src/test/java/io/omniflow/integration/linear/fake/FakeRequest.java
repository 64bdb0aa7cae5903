package io.omniflow.integration.linear.fake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GraphQL request over HTTP. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FakeRequest(
        String query,
        @Nullable String operationName,
        @Nullable Map<String, Object> variables) {
    FakeRequest {
        variables = variables == null ? Map.of() : variables;
    }

    @Override
    public Map<String, Object> variables() {
        return variables == null ? Map.of() : variables;
    }

    String operation() {
        return operationName == null ? "" : operationName;
    }
}
