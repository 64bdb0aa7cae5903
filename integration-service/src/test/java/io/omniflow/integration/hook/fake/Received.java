package io.omniflow.integration.hook.fake;

import java.util.Map;

/** A call as it came; names of headers in lower case. */
public record Received(String path, Map<String, String> headers, String body) {
    public String id() {
        return headers.getOrDefault("webhook-id", "");
    }

    public String host() {
        return headers.getOrDefault("host", "");
    }
}
