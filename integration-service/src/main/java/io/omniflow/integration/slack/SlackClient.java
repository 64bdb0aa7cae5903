package io.omniflow.integration.slack;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Calls Slack for a connection and always comes back with an answer. */
@ApplicationScoped
class SlackClient {
    private static final TypeLiteral<Uni<SlackAnswer>> ANSWER = new TypeLiteral<>() {};

    private final SlackApi api;
    private final SlackGuards guards;
    private final SlackConfig config;

    SlackClient(@RestClient SlackApi api, SlackGuards guards, SlackConfig config) {
        this.api = api;
        this.guards = guards;
        this.config = config;
    }

    /** Calls that change nothing. */
    Uni<SlackAnswer> read(OpenConnection connection, String method, Map<String, String> query) {
        return guarded(
                guards.ofReads(connection.connection().id()),
                () -> Duration.ofSeconds(1),
                () -> api.read(address(connection), bearer(connection), method, query));
    }

    /** Posts a message, at the pace Slack asks for. */
    Uni<SlackAnswer> post(OpenConnection connection, Map<String, Object> message) {
        ConnectionId id = connection.connection().id();
        return guarded(
                guards.ofMessages(id),
                () -> guards.untilTurn(id),
                () -> api.write(address(connection), bearer(connection), "chat.postMessage", message));
    }

    private Uni<SlackAnswer> guarded(Guard guard, Supplier<Duration> untilTurn, Supplier<Uni<Response>> call) {
        return guard.get(
                        () -> call.get().map(SlackClient::read).onItem().transformToUni(SlackClient::failWhenUnclear),
                        ANSWER)
                .onFailure()
                .recoverWithItem(failure -> answerTo(failure, untilTurn));
    }

    private static SlackAnswer read(Response response) {
        try (response) {
            @Nullable String body = response.readEntity(String.class);
            return SlackAnswers.read(
                    response.getStatus(), body == null ? "" : body, response.getHeaderString(HttpHeaders.RETRY_AFTER));
        }
    }

    /** The circuit breaker counts failures, so what is unclear passes it as one. */
    private static Uni<SlackAnswer> failWhenUnclear(SlackAnswer answer) {
        return answer instanceof SlackAnswer.Unclear unclear
                ? Uni.createFrom().failure(new UnclearAnswer(unclear))
                : Uni.createFrom().item(answer);
    }

    private SlackAnswer answerTo(Throwable failure, Supplier<Duration> untilTurn) {
        return switch (failure) {
            case UnclearAnswer unclear -> unclear.answer;
            case CircuitBreakerOpenException _ ->
                new SlackAnswer.NotSent(
                        "Slack has been failing for this connection and is left alone for a moment",
                        config.breakerPause());
            case RateLimitException _ ->
                new SlackAnswer.NotSent("This connection has reached its own pace", untilTurn.get());
            case TimeoutException _ ->
                new SlackAnswer.Unclear(
                        "Slack did not answer within " + config.timeout().toSeconds() + " s", Optional.empty());
            default ->
                new SlackAnswer.Unclear(
                        "Slack could not be reached: " + failure.getClass().getSimpleName(), Optional.empty());
        };
    }

    private String address(OpenConnection connection) {
        @Nullable URI own = connection.connection().terms().baseUrl();
        return (own == null ? config.publicAddress() : own).toString();
    }

    private static String bearer(OpenConnection connection) {
        return "Bearer " + connection.credential("botToken");
    }

    /** Carries an answer through the circuit breaker. */
    private static final class UnclearAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SlackAnswer.Unclear answer;

        private UnclearAnswer(SlackAnswer.Unclear answer) {
            super(answer.message(), null, false, false);
            this.answer = answer;
        }
    }
}
