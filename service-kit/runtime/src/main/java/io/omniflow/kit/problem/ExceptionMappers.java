package io.omniflow.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Everything a resource or the framework around it may throw, as a problem. They go before the framework's own. */
public final class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final int FIRST = 1;

    @ServerExceptionMapper(priority = FIRST)
    public Response problem(HttpProblem thrown) {
        return thrown.toResponse();
    }

    @ServerExceptionMapper(
            value = {
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class
            },
            priority = FIRST)
    public Response json(JsonProcessingException thrown) {
        return ThrownByJson.problem(thrown).toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response encoding(CharConversionException thrown) {
        return Problems.malformed("", "Not UTF-8").toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response validation(ConstraintViolationException thrown) {
        return ThrownByValidation.problem(thrown).map(HttpProblem::toResponse).orElseGet(() -> unexpected(thrown));
    }

    @ServerExceptionMapper(
            value = {WebApplicationException.class, NotFoundException.class, jakarta.ws.rs.ForbiddenException.class},
            priority = FIRST)
    public Response framework(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        // the framework wraps what a parameter's converter throws into a 404
        if (thrown.getCause() instanceof HttpProblem problem) {
            return problem.toResponse();
        }
        if (thrown instanceof NotAuthorizedException) {
            return unauthorized();
        }
        int status = thrown.getResponse().getStatus();
        if (status >= 500) {
            LOG.error("A resource answered with a server error", thrown);
        }
        if (status < 400 || thrown.getResponse().hasEntity()) {
            return thrown.getResponse();
        }
        Response answer = Problems.of(status).toResponse();
        // what the status asks for, such as Allow beside 405 or Retry-After beside 429
        thrown.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                answer.getHeaders().put(name, values);
            }
        });
        return answer;
    }

    @ServerExceptionMapper(
            value = {
                UnauthorizedException.class,
                AuthenticationFailedException.class,
                AuthenticationCompletionException.class
            },
            priority = FIRST)
    public Response authentication(SecurityException thrown) {
        return unauthorized();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response forbidden(ForbiddenException thrown) {
        return Problems.of(403, "forbidden", "The token's role does not allow this")
                .toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response database(PgException thrown) {
        return ThrownByDatabase.problem(thrown)
                .map(problem -> {
                    LOG.warnf("PostgreSQL refused with SQLSTATE %s", thrown.getSqlState());
                    return problem.toResponse();
                })
                .orElseGet(() -> unexpected(thrown));
    }

    @ServerExceptionMapper(
            value = {Throwable.class, Exception.class, RuntimeException.class},
            priority = FIRST)
    public Response unexpected(Throwable thrown) {
        if (Faults.passesByItself(thrown)) {
            LOG.warn("A dependency is down or busy", thrown);
            return Problems.unavailable().toResponse();
        }
        LOG.error("A request failed unexpectedly", thrown);
        return Problems.of(500).toResponse();
    }

    private static Response unauthorized() {
        return Problems.unauthorized().toResponse();
    }
}
