package io.omniflow.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Linear, or what stands for it, as a process that the suite knows by its address only. */
record LinearFakeProgram(JavaProgram program, String url, String apiKey, String teamId) implements AutoCloseable {
    private static final int LIMIT_MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LIBRARIES = List.of(
            "graphql.GraphQL",
            "org.dataloader.DataLoader",
            "org.reactivestreams.Publisher",
            "org.jspecify.annotations.Nullable",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonProperty");

    static LinearFakeProgram start(Path folder) throws IOException {
        return started(folder);
    }

    /** One that makes the first issue and never says so. */
    static LinearFakeProgram holdingItsFirstAnswer(Path folder) throws IOException {
        return started(folder, "0", "hold-first-issue");
    }

    private static LinearFakeProgram started(Path folder, String... arguments) throws IOException {
        JavaProgram program = JavaProgram.start(
                folder, "integration-service", LIBRARIES, "io.omniflow.integration.linear.fake.LinearFake", arguments);
        List<String> words = List.of(program.awaitLine("linear fake at ").split(" ", -1));
        return new LinearFakeProgram(program, words.get(3), words.get(5), words.get(7));
    }

    List<JsonNode> issues() throws IOException {
        URLConnection call = URI.create(url + "/issues").toURL().openConnection();
        call.setConnectTimeout(LIMIT_MILLIS);
        call.setReadTimeout(LIMIT_MILLIS);
        try (InputStream in = call.getInputStream()) {
            List<JsonNode> issues = new ArrayList<>();
            JSON.readTree(in).forEach(issues::add);
            return issues;
        }
    }

    /** A request for a connection to it. */
    String connection() {
        return """
            {"system": "linear", "name": "Engineering", "baseUrl": "%s", "credentials": {"apiKey": "%s"},
             "settings": {"teamId": "%s"}, "sync": "one_way"}\
            """.formatted(url, apiKey, teamId);
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
