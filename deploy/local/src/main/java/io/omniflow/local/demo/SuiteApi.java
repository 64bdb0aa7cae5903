package io.omniflow.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.local.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The public API as a plain client sees it, for those who talk to a suite that runs. */
public final class SuiteApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String token;

    public SuiteApi(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** An answer's status, body and, where one was given, the place of what was made. */
    public record Answer(int status, JsonNode body, String location) {
        /** @throws LaunchFailure telling what was asked and what came instead */
        public Answer orFail(String what) {
            if (status >= 300) {
                throw new LaunchFailure(what + " was answered with " + status + ": " + body);
            }
            return this;
        }
    }

    public Answer get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, String mediaType, String body) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", mediaType)
                .header("Prefer", "wait=20")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As {@link #post}; a call repeated under its key is answered as the first one was. */
    public Answer postOnce(String path, String key, String body) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer put(String path) throws InterruptedException {
        return send(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    /** As {@link #post}, answered with how far it is. */
    public Answer postAndGoOn(String path, String mediaType, String body) throws InterruptedException {
        return send(request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As {@link #post}, for a body that is made while it is sent; answered when it is stored. */
    public Answer upload(String path, String mediaType, HttpRequest.BodyPublisher body) throws InterruptedException {
        return send(request(path).header("Content-Type", mediaType).POST(body));
    }

    public Answer put(String path, String body) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer patch(String path, String body) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks again and again until the answer is as wanted. */
    public JsonNode await(String what, String path, Duration limit, java.util.function.Predicate<JsonNode> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        CountDownLatch pause = new CountDownLatch(1);
        Answer last = get(path);
        while (last.status() != 200 || !wanted.test(last.body())) {
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(what + " did not happen within " + limit.toSeconds() + " s; last answer "
                        + last.status() + ": " + last.body());
            }
            pause.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            last = get(path);
        }
        return last.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : baseUrl + path))
                .timeout(CALL_LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    parsed(response.body()),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new LaunchFailure("The suite at " + baseUrl + " does not answer: " + e, e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
