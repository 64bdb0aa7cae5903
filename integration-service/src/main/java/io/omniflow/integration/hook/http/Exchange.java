package io.omniflow.integration.hook.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and the beginning of its answer. The status counts as soon as it is there: a body that comes slowly, or never
 * ends, changes nothing of it. Whatever is not wanted any more ends with its connection.
 */
final class Exchange {
    private static final int KEPT = 1_024;

    private final Vertx vertx;
    private final Consumer<Received> received;
    private final Consumer<Throwable> failed;
    private final Buffer body = Buffer.buffer();
    private long timer = -1;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private boolean ended;

    /** Status, header {@code Retry-After} and the beginning of the body. */
    record Received(int status, Optional<String> retryAfter, String text) {}

    Exchange(Vertx vertx, Consumer<Received> received, Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.received = received;
        this.failed = failed;
    }

    void run(HttpClient client, RequestOptions options, Buffer sent, Duration limit) {
        timer = vertx.setTimer(Math.max(1, limit.toMillis()), _ -> timeout());
        client.request(options).onFailure(this::fail).onSuccess(begun -> send(begun, sent));
    }

    private synchronized void send(HttpClientRequest begun, Buffer sent) {
        request = begun;
        if (ended) {
            begun.reset();
            return;
        }
        begun.response().onFailure(this::fail).onSuccess(this::answered);
        begun.end(sent).onFailure(this::fail);
    }

    private synchronized void answered(HttpClientResponse answer) {
        response = answer;
        answer.exceptionHandler(_ -> finish());
        answer.endHandler(_ -> finish());
        answer.handler(this::more);
    }

    private synchronized void more(Buffer chunk) {
        body.appendBuffer(chunk, 0, Math.min(chunk.length(), KEPT - body.length()));
        if (body.length() >= KEPT) {
            finish();
            cutOff();
        }
    }

    private synchronized void timeout() {
        if (response == null) {
            fail(new TimeoutException());
        } else {
            finish();
        }
        cutOff();
    }

    private synchronized void finish() {
        HttpClientResponse answer = response;
        if (ended || answer == null) {
            return;
        }
        end();
        received.accept(
                new Received(answer.statusCode(), Optional.ofNullable(answer.getHeader("Retry-After")), text()));
    }

    private synchronized void fail(Throwable failure) {
        if (response != null) {
            finish();
        } else if (!ended) {
            end();
            failed.accept(failure);
        }
    }

    private void end() {
        ended = true;
        vertx.cancelTimer(timer);
    }

    private void cutOff() {
        if (request != null) {
            request.reset();
        }
    }

    /** As text for people; what no database or terminal should be given is left out. */
    private String text() {
        StringBuilder text = new StringBuilder();
        body.toString(StandardCharsets.UTF_8)
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
