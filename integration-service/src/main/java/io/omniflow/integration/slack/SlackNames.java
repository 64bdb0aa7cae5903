package io.omniflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.sync.domain.CallResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people are called in Slack, asked for once in a while. */
@ApplicationScoped
class SlackNames {
    private static final int AT_HAND = 10_000;

    private final Map<Person, Named> named = new ConcurrentHashMap<>();
    private final SlackClient slack;
    private final SlackConfig config;
    private final Clock clock;

    SlackNames(SlackClient slack, SlackConfig config, Clock clock) {
        this.slack = slack;
        this.config = config;
        this.clock = clock;
    }

    private record Person(ConnectionId connection, String user) {}

    private record Named(String name, Instant until) {}

    Uni<CallResult<String>> of(OpenConnection connection, String user) {
        Person person = new Person(connection.connection().id(), user);
        @Nullable Named known = named.get(person);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Uni.createFrom().item(new CallResult.Done<>(known.name()));
        }
        return slack.read(connection, "users.info", Map.of("user", user)).map(answer -> switch (answer) {
            case SlackAnswer.Data(JsonNode data) -> new CallResult.Done<>(keep(person, name(data.path("user"), user)));
            default -> SlackResults.noData(answer);
        });
    }

    private String keep(Person person, String name) {
        if (named.size() >= AT_HAND) {
            named.clear();
        }
        named.put(person, new Named(name, clock.instant().plus(config.namesServe())));
        return name;
    }

    /** As Slack shows it: the name people chose, else their full name, else their handle. */
    private static String name(JsonNode user, String otherwise) {
        return Stream.of(
                        user.path("profile").path("display_name"),
                        user.path("profile").path("real_name"),
                        user.path("real_name"),
                        user.path("name"))
                .map(name -> name.asText("").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
