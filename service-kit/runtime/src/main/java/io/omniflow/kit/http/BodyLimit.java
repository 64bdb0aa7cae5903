package io.omniflow.kit.http;

import io.omniflow.kit.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are too large before they are read: by their announced length, or, when none is announced, by counting
 * while they arrive.
 */
@ApplicationScoped
class BodyLimit {
    private static final long LINGER_MILLIS = 1_000;

    private final long limit;
    private final Set<String> largeBodyPaths;
    private final ProblemAnswers answers;

    BodyLimit(LimitsConfig config, ProblemAnswers answers) {
        this.limit = config.bodyLimit().asLongValue();
        this.largeBodyPaths = config.largeBodyPaths().orElse(Set.of());
        this.answers = answers;
    }

    void check(RoutingContext request) {
        HttpServerRequest http = request.request();
        @Nullable String announced = http.getHeader("Content-Length");
        if (http.isEnded() || largeBodyPaths.contains(http.path())) {
            request.next();
        } else if (announced == null) {
            count(request);
        } else if (announced.length() > 18 || Long.parseLong(announced) > limit) {
            refuse(request);
        } else {
            request.next();
        }
    }

    private void count(RoutingContext request) {
        HttpServerRequest http = request.request();
        Buffer body = Buffer.buffer();
        http.handler(part -> {
            if (body.length() + part.length() > limit) {
                refuse(request);
            } else {
                body.appendBuffer(part);
            }
        });
        http.exceptionHandler(request::fail);
        http.endHandler(ended -> {
            // the request is whole: whoever hangs up while it is answered has not sent a bad one
            http.exceptionHandler(null);
            ((RoutingContextInternal) request).setBody(body);
            request.next();
        });
        http.resume();
    }

    /**
     * What still comes in is dropped for a moment instead of closing at once: a client that is still sending would see the
     * connection reset and never read the answer.
     */
    private void refuse(RoutingContext request) {
        HttpServerRequest http = request.request();
        http.handler(dropped -> {});
        http.endHandler(ended -> {});
        http.resume();
        if (http.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
            request.vertx().setTimer(LINGER_MILLIS, passed -> http.connection().close());
        }
        answers.send(request, Problems.of(413, "too-large", "A body may have at most " + limit + " bytes"));
    }
}
