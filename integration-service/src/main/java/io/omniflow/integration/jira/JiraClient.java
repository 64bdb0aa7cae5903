package io.omniflow.integration.jira;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Calls Jira for a connection and always comes back with an answer. */
@ApplicationScoped
class JiraClient {
    private static final TypeLiteral<Uni<JiraAnswer>> ANSWER = new TypeLiteral<>() {};
    private static final Duration RATE_WINDOW = Duration.ofSeconds(1);

    private final JiraApi api;
    private final JiraGuards guards;
    private final JiraConfig config;
    private final Clock clock;

    JiraClient(@RestClient JiraApi api, JiraGuards guards, JiraConfig config, Clock clock) {
        this.api = api;
        this.guards = guards;
        this.config = config;
        this.clock = clock;
    }

    /** One call of the API to one site. */
    @FunctionalInterface
    interface Call {
        Uni<Response> send(JiraApi api, JiraSite at);
    }

    Uni<JiraAnswer> call(OpenConnection connection, Call call) {
        JiraSite site = JiraSite.of(connection);
        return guards.of(connection.connection().id())
                .get(() -> send(call, site), ANSWER)
                .onFailure()
                .recoverWithItem(this::answerTo);
    }

    private Uni<JiraAnswer> send(Call call, JiraSite site) {
        return call.send(api, site).map(this::read).onItem().transformToUni(JiraClient::failWhenUnclear);
    }

    private JiraAnswer read(Response response) {
        try (response) {
            @Nullable String body = response.readEntity(String.class);
            return JiraAnswers.read(
                    response.getStatus(), body == null ? "" : body, response::getHeaderString, clock.instant());
        }
    }

    /** The circuit breaker counts failures, so what is unclear passes it as one. */
    private static Uni<JiraAnswer> failWhenUnclear(JiraAnswer answer) {
        return answer instanceof JiraAnswer.Unclear unclear
                ? Uni.createFrom().failure(new UnclearAnswer(unclear))
                : Uni.createFrom().item(answer);
    }

    private JiraAnswer answerTo(Throwable failure) {
        return switch (failure) {
            case UnclearAnswer unclear -> unclear.answer;
            case CircuitBreakerOpenException _ ->
                new JiraAnswer.NotSent(
                        "Jira has been failing for this connection and is left alone for a moment",
                        config.breakerPause());
            case RateLimitException _ ->
                new JiraAnswer.NotSent("This connection has reached its own rate limit", RATE_WINDOW);
            case TimeoutException _ ->
                new JiraAnswer.Unclear(
                        "Jira did not answer within " + config.timeout().toSeconds() + " s", Optional.empty());
            default ->
                new JiraAnswer.Unclear(
                        "Jira could not be reached: " + failure.getClass().getSimpleName(), Optional.empty());
        };
    }

    /** Carries an answer through the circuit breaker. */
    private static final class UnclearAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient JiraAnswer.Unclear answer;

        private UnclearAnswer(JiraAnswer.Unclear answer) {
            super(answer.message(), null, false, false);
            this.answer = answer;
        }
    }
}
