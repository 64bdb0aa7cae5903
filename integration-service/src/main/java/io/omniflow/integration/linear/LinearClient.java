package io.omniflow.integration.linear;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.linear.LinearDocuments.Document;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Calls Linear for a connection and always comes back with an answer. */
@ApplicationScoped
class LinearClient {
    private static final TypeLiteral<Uni<LinearAnswer>> ANSWER = new TypeLiteral<>() {};
    private static final Duration RATE_WINDOW = Duration.ofSeconds(1);

    private final LinearApi api;
    private final LinearGuards guards;
    private final LinearConfig config;
    private final Clock clock;

    LinearClient(@RestClient LinearApi api, LinearGuards guards, LinearConfig config, Clock clock) {
        this.api = api;
        this.guards = guards;
        this.config = config;
        this.clock = clock;
    }

    Uni<LinearAnswer> call(OpenConnection connection, Document document, Map<String, Object> variables) {
        return guards.of(connection.connection().id())
                .get(() -> send(connection, document, variables), ANSWER)
                .onFailure()
                .recoverWithItem(this::answerTo);
    }

    private Uni<LinearAnswer> send(OpenConnection connection, Document document, Map<String, Object> variables) {
        LinearApi.GraphQlRequest request =
                new LinearApi.GraphQlRequest(document.text(), variables, document.operation());
        return api.post(address(connection), connection.credential("apiKey"), request)
                .map(this::read)
                .onItem()
                .transformToUni(LinearClient::failWhenUnclear);
    }

    private LinearAnswer read(Response response) {
        try (response) {
            @Nullable String body = response.readEntity(String.class);
            return LinearAnswers.read(
                    response.getStatus(), body == null ? "" : body, response::getHeaderString, clock.instant());
        }
    }

    /** The circuit breaker counts failures, so what is unclear passes it as one. */
    private static Uni<LinearAnswer> failWhenUnclear(LinearAnswer answer) {
        return answer instanceof LinearAnswer.Unclear unclear
                ? Uni.createFrom().failure(new UnclearAnswer(unclear))
                : Uni.createFrom().item(answer);
    }

    private LinearAnswer answerTo(Throwable failure) {
        return switch (failure) {
            case UnclearAnswer unclear -> unclear.answer;
            case CircuitBreakerOpenException _ ->
                new LinearAnswer.NotSent(
                        "Linear has been failing for this connection and is left alone for a moment",
                        config.breakerPause());
            case RateLimitException _ ->
                new LinearAnswer.NotSent("This connection has reached its own rate limit", RATE_WINDOW);
            case TimeoutException _ ->
                new LinearAnswer.Unclear(
                        "Linear did not answer within " + config.timeout().toSeconds() + " s", Optional.empty());
            default ->
                new LinearAnswer.Unclear(
                        "Linear could not be reached: " + failure.getClass().getSimpleName(), Optional.empty());
        };
    }

    private String address(OpenConnection connection) {
        @Nullable URI own = connection.connection().terms().baseUrl();
        return (own == null ? config.publicAddress() : own).toString();
    }

    /** Carries an answer through the circuit breaker. */
    private static final class UnclearAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient LinearAnswer.Unclear answer;

        private UnclearAnswer(LinearAnswer.Unclear answer) {
            super(answer.message(), null, false, false);
            this.answer = answer;
        }
    }
}
