package io.omniflow.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.local.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people, settings and conversations around the demo tickets, each made by one call of the public API. A call cut off in
 * between is found under its key when the demo is asked for again; once all are made, none is repeated.
 */
public record DemoDesk(String baseUrl, String token, Path data) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z-]+)}");

    public void add() throws IOException, InterruptedException {
        Path done = data.resolve("demo-desk");
        if (Files.exists(done)) {
            return;
        }
        Map<String, String> ids = new HashMap<>();
        try (SuiteApi api = new SuiteApi(baseUrl, token)) {
            for (JsonNode call : calls()) {
                String name = call.path("name").asText();
                ids.put(name, make(api, name, call, ids));
            }
        }
        Files.createFile(done);
    }

    /** The id of what it made; where {@code await} names a state, once it is in that state. */
    private static String make(SuiteApi api, String name, JsonNode call, Map<String, String> ids)
            throws InterruptedException {
        String path = resolved(call.path("post").asText(), ids);
        SuiteApi.Answer answer = api.postOnce(
                        path, "demo-" + name, resolved(call.path("body").toString(), ids))
                .orFail("The demo's " + name);
        if (call.has("await")) {
            String state = call.path("await").asText();
            api.await(
                    "The demo's " + name,
                    answer.location(),
                    LIMIT,
                    made -> state.equals(made.path("state").asText()));
        }
        return answer.body().path("id").asText();
    }

    static String resolved(String text, Map<String, String> ids) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            String id = ids.get(found.group(1));
            if (id == null) {
                throw new LaunchFailure("The demo names " + found.group() + " before it is made");
            }
            return Matcher.quoteReplacement(id);
        });
    }

    private static JsonNode calls() throws IOException {
        try (InputStream in = DemoDesk.class.getResourceAsStream("/demo/desk.json")) {
            if (in == null) {
                throw new IOException("The demo desk is missing from the launcher");
            }
            return JSON.readTree(in);
        }
    }
}
