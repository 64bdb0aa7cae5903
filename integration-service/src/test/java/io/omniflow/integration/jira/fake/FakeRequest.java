package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call, taken apart: {@code POST /rest/api/3/issue/10001/comment} is operation {@code POST issue comment}. */
record FakeRequest(String operation, String version, String subject, Map<String, String> query, JsonNode body) {

    static FakeRequest of(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(JiraFake.REST.length());
        List<String> parts = Arrays.asList(path.split("/"));
        String version = parts.getFirst();
        boolean meta = parts.contains("createmeta");
        int subjectAt = meta ? 3 : 2;
        boolean search = parts.get(1).equals("search");
        String subject = !search && parts.size() > subjectAt ? parts.get(subjectAt) : "";
        StringBuilder operation = new StringBuilder(exchange.getRequestMethod());
        for (int i = 1; i < parts.size(); i++) {
            if (search || i != subjectAt) {
                operation.append(' ').append(parts.get(i));
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new FakeRequest(
                operation.toString(),
                version,
                subject,
                query(exchange.getRequestURI().getRawQuery()),
                body.length == 0 ? JsonNodeFactory.instance.missingNode() : JiraFake.JSON.readTree(body));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String parameter : raw.split("&")) {
                String[] both = parameter.split("=", 2);
                query.put(both[0], URLDecoder.decode(both.length == 1 ? "" : both[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
