package io.omniflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.thread.Line;
import io.omniflow.integration.thread.Opening;
import io.omniflow.integration.thread.ThreadBoard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Posts messages, each once: Slack takes no key by which it could tell a repetition, so after an attempt of unknown outcome
 * the channel or the thread is read for our marker before anything is posted again.
 */
@ApplicationScoped
class SlackThreads implements ThreadBoard {
    private static final String PAGE = "200";
    /** So many pages are read; a message that is not among them counts as unclear rather than as absent. */
    private static final int MOST_PAGES = 20;
    /** Slack's clock need not be ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final SlackClient slack;
    private final SlackNames names;

    SlackThreads(SlackClient slack, SlackNames names) {
        this.slack = slack;
        this.names = names;
    }

    @Override
    public Uni<CallResult<String>> open(
            OpenConnection connection, String channel, Opening opening, Claim.Earlier earlier) {
        Supplier<Uni<CallResult<String>>> post = () -> post(connection, SlackMessages.opening(channel, opening));
        Map<String, String> where = new HashMap<>(Map.of("channel", channel));
        return switch (earlier) {
            case NONE -> post.get();
            case SOME ->
                look(connection, "conversations.history", since(where, opening.since()), opening.marker(), post);
        };
    }

    @Override
    public Uni<CallResult<String>> add(
            OpenConnection connection, String channel, String thread, Line line, Claim.Earlier earlier) {
        Supplier<Uni<CallResult<String>>> post = () -> post(connection, SlackMessages.line(channel, thread, line));
        Map<String, String> where = new HashMap<>(Map.of("channel", channel, "ts", thread));
        return switch (earlier) {
            case NONE -> post.get();
            case SOME -> look(connection, "conversations.replies", since(where, line.since()), line.marker(), post);
        };
    }

    @Override
    public Uni<CallResult<String>> nameOf(OpenConnection connection, String person) {
        return names.of(connection, person);
    }

    static Map<String, String> since(Map<String, String> where, Instant since) {
        where.put("oldest", since.minus(CLOCKS_DIFFER).getEpochSecond() + ".000000");
        where.put("limit", PAGE);
        where.put("include_all_metadata", "true");
        return where;
    }

    private Uni<CallResult<String>> post(OpenConnection connection, Map<String, Object> message) {
        return slack.post(connection, message).map(answer -> switch (answer) {
            case SlackAnswer.Data(JsonNode data) -> {
                String ts = data.path("ts").asText("");
                yield ts.isEmpty() ? unclear("Slack did not say which message it made") : new CallResult.Done<>(ts);
            }
            default -> SlackResults.noData(answer);
        });
    }

    private Uni<CallResult<String>> look(
            OpenConnection connection,
            String method,
            Map<String, String> where,
            UUID marker,
            Supplier<Uni<CallResult<String>>> absent) {
        return page(connection, method, where, marker, absent, MOST_PAGES);
    }

    private Uni<CallResult<String>> page(
            OpenConnection connection,
            String method,
            Map<String, String> where,
            UUID marker,
            Supplier<Uni<CallResult<String>>> absent,
            int pagesLeft) {
        return slack.read(connection, method, where).flatMap(answer -> switch (answer) {
            case SlackAnswer.Data(JsonNode data) -> {
                Optional<String> found = SlackMessages.marked(data.path("messages"), marker);
                String next = data.path("response_metadata").path("next_cursor").asText("");
                if (found.isPresent()) {
                    yield result(new CallResult.Done<>(found.get()));
                }
                if (next.isEmpty()) {
                    yield absent.get();
                }
                if (pagesLeft <= 1) {
                    yield result(unclear("Too much was written since to find out whether it was posted"));
                }
                where.put("cursor", next);
                yield page(connection, method, where, marker, absent, pagesLeft - 1);
            }
            default -> result(SlackResults.noData(answer));
        });
    }

    private static CallResult<String> unclear(String message) {
        return new CallResult.Unclear<>(Problem.unclear(message), Optional.empty());
    }

    private static Uni<CallResult<String>> result(CallResult<String> result) {
        return Uni.createFrom().item(result);
    }
}
