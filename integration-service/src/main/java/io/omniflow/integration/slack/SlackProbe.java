package io.omniflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.ConnectionProbe;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Asks Slack who the token belongs to and whether the app is in the channel. */
@ApplicationScoped
class SlackProbe implements ConnectionProbe {
    private final SlackClient slack;

    SlackProbe(SlackClient slack) {
        this.slack = slack;
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.SLACK);
    }

    @Override
    public Uni<ProbeResult> probe(OpenConnection connection) {
        return slack.read(connection, "auth.test", Map.of()).flatMap(answer -> switch (answer) {
            case SlackAnswer.Data(JsonNode who) -> channel(connection, who);
            default -> Uni.createFrom().item(broken("", answer));
        });
    }

    private Uni<ProbeResult> channel(OpenConnection connection, JsonNode who) {
        String channel = connection.setting("channelId");
        String token = "Slack accepts the bot token, but not the channel " + channel + ": ";
        return slack.read(connection, "conversations.info", Map.of("channel", channel))
                .map(answer -> switch (answer) {
                    case SlackAnswer.Data(JsonNode data) -> judged(who, data.path("channel"), token);
                    default -> broken(token, answer);
                });
    }

    private static ProbeResult judged(JsonNode who, JsonNode channel, String token) {
        if (channel.path("is_archived").asBoolean()) {
            return new ProbeResult.Broken(token + "It is archived.");
        }
        if (channel.has("is_member") && !channel.path("is_member").asBoolean()) {
            return new ProbeResult.Broken(token + "The app is not in it; invite it there with /invite.");
        }
        return new ProbeResult.Works(
                "Connected to Slack workspace " + who.path("team").asText() + " as "
                        + who.path("user").asText() + "; threads are opened in #"
                        + channel.path("name").asText() + ".");
    }

    private static ProbeResult broken(String before, SlackAnswer answer) {
        return new ProbeResult.Broken(before
                + switch (answer) {
                    case SlackAnswer.Data _ -> "Slack's answer was empty";
                    case SlackAnswer.Unauthorized(var _, String message) -> message;
                    case SlackAnswer.Refused(var _, String message) -> message;
                    case SlackAnswer.Throttled(String message, var _) -> message + ", so it could not be tried";
                    case SlackAnswer.Unclear(String message, var _) -> message;
                    case SlackAnswer.NotSent(String message, var _) -> message;
                });
    }
}
