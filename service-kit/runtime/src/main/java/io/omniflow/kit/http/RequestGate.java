package io.omniflow.kit.http;

import io.omniflow.kit.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before a resource is looked for, and what answers when none is found: correlation id, headers
 * that keep browsers and caches careful, a readable URI, a bounded body.
 */
@ApplicationScoped
class RequestGate {
    private static final Logger LOG = Logger.getLogger(RequestGate.class);
    private static final int BEFORE_AUTHENTICATION = 1_000;
    private static final int LONGEST_URI = 8_000;
    private static final String API = "/api/";

    private final Correlations correlations;
    private final BodyLimit bodies;
    private final ProblemAnswers answers;

    RequestGate(Correlations correlations, BodyLimit bodies, ProblemAnswers answers) {
        this.correlations = correlations;
        this.bodies = bodies;
        this.answers = answers;
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_AUTHENTICATION);
    }

    void open(@Observes Router router) {
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 413, 415, 500}) {
            router.errorHandler(status, request -> answerUnhandled(request, status));
        }
    }

    private void enter(RoutingContext request) {
        String id = correlations.begin(request.request().getHeader(Correlations.HEADER));
        SourceAddress.note(request.request().remoteAddress());
        MultiMap headers = request.response().headers();
        headers.set(Correlations.HEADER, id).set("X-Content-Type-Options", "nosniff");
        if (request.request().uri().startsWith(API)) {
            headers.set("Cache-Control", "no-store");
        }
        if (request.request().uri().length() > LONGEST_URI) {
            answers.send(request, Problems.of(414));
        } else if (RequestUris.readable(request.request().uri())) {
            bodies.check(request);
        } else {
            answers.send(request, Problems.of(400, "malformed", "The URI is not readable text"));
        }
    }

    private void answerUnhandled(RoutingContext request, int status) {
        @Nullable Throwable failure = request.failure();
        if (status >= 500 && failure != null) {
            LOG.error("A request failed outside any resource", failure);
        }
        answers.send(request, status == 401 ? Problems.unauthorized() : Problems.of(status));
    }
}
