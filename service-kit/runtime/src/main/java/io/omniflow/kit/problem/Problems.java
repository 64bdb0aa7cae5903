package io.omniflow.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the problems a service answers with. {@code type} is a stable URI under {@value #TYPES}; clients may rely on it,
 * never on title or detail.
 */
public final class Problems {
    public static final String TYPES = "https://omniflow.io/problems/";

    private Problems() {}

    /** 404: not there, or not in the caller's workspace; the two are not told apart. */
    public static HttpProblem notFound(String what) {
        return of(404, "not-found", what + " is not there");
    }

    /**
     * 409: the state of the resource stands in the way.
     *
     * @param type a kebab-case name, the last part of the type URI
     */
    public static HttpProblem conflict(String type, String detail) {
        return of(409, type, detail);
    }

    /** 412: the resource has moved on since the caller read it. */
    public static HttpProblem stale(long currentVersion) {
        return of(412, "stale-version", "The resource is at version " + currentVersion);
    }

    /** 428: this change overwrites text and needs to say which version it was written for. */
    public static HttpProblem versionRequired() {
        return of(428, "version-required", "Send If-Match with the ETag of the version you have read");
    }

    /** 422: readable, but breaks a rule. */
    public static HttpProblem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** 422: readable, but breaks several rules. */
    public static HttpProblem invalid(List<FieldError> errors) {
        return of(422, "invalid", "The input breaks a rule", errors);
    }

    /** 400: cannot be read as what the API documents. */
    public static HttpProblem malformed(String pointer, String detail) {
        return of(400, "malformed", "The input cannot be read", List.of(new FieldError(pointer, detail)));
    }

    /** 401: no token, or none that counts here; the reason is not told. */
    public static HttpProblem unauthorized() {
        return HttpProblem.builder(of(401, "unauthorized", "A valid bearer token is needed"))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"omniflow\"")
                .build();
    }

    /** 503: a dependency is away for the moment. */
    public static HttpProblem unavailable() {
        return HttpProblem.builder(of(503, "unavailable", "Try again in a moment"))
                .withHeader(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** The same problem with one more member (RFC 9457, extension members). */
    public static HttpProblem with(HttpProblem problem, String member, Object value) {
        return HttpProblem.builder(problem).with(member, value).build();
    }

    /** A status nobody has more to say about. */
    public static HttpProblem of(int status) {
        return of(status, Titles.typeOf(status), null);
    }

    public static HttpProblem of(int status, String type, @Nullable String detail) {
        return of(status, type, detail, List.of());
    }

    private static HttpProblem of(int status, String type, @Nullable String detail, List<FieldError> errors) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(URI.create(TYPES + type))
                .withStatus(status)
                .withTitle(Titles.of(status));
        if (detail != null) {
            problem.withDetail(detail);
        }
        if (!errors.isEmpty()) {
            problem.with("errors", errors);
        }
        return problem.build();
    }
}
