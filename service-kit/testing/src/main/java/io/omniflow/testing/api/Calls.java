package io.omniflow.testing.api;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Plain HTTP to the service under test. */
final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;

    Calls(String origin) {
        this.origin = origin;
    }

    /** What to send. */
    record Call(
            String method,
            String uri,
            @Nullable String token,
            @Nullable String contentType,
            Buffer body,
            @Nullable String idempotencyKey) {
        Call with(@Nullable String otherToken) {
            return new Call(method, uri, otherToken, contentType, body, idempotencyKey);
        }

        Call at(String otherUri) {
            return new Call(method, otherUri, token, contentType, body, idempotencyKey);
        }

        Call sending(String otherType, Buffer otherBody) {
            return new Call(method, uri, token, otherType, otherBody, idempotencyKey);
        }

        Call under(String key) {
            return new Call(method, uri, token, contentType, body, key);
        }

        @Override
        public String toString() {
            return method + " " + shortened(uri);
        }
    }

    Answer send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + call.uri()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        HttpRequest.BodyPublishers.ofByteArray(call.body().getBytes()))
                // satisfies operations that insist on a version, and is the version of what was just made
                .header("If-Match", "\"1\"");
        if (call.token() != null) {
            request.header("Authorization", "Bearer " + call.token());
        }
        if (call.idempotencyKey() != null) {
            request.header("Idempotency-Key", call.idempotencyKey());
        }
        if (call.contentType() != null) {
            request.header("Content-Type", call.contentType());
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    call,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(call.toString(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
