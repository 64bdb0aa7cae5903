package io.omniflow.integration.connection.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A system a workspace can connect, and what it needs to be told. Another vendor is another constant. */
public enum ExternalSystem {
    LINEAR("linear"),
    JIRA_CLOUD("jira_cloud"),
    JIRA_DATA_CENTER("jira_data_center"),
    SLACK("slack");

    private final String text;

    ExternalSystem(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Names of the credentials, all required. */
    public List<String> credentials() {
        return switch (this) {
            case LINEAR -> List.of("apiKey");
            case JIRA_CLOUD -> List.of("email", "apiToken");
            case JIRA_DATA_CENTER -> List.of("token");
            case SLACK -> List.of("botToken");
        };
    }

    /** Names of the settings, all required. */
    public List<String> settings() {
        return switch (this) {
            case LINEAR -> List.of("teamId");
            case JIRA_CLOUD, JIRA_DATA_CENTER -> List.of("projectKey", "issueType");
            case SLACK -> List.of("channelId");
        };
    }

    /** Whether there is no public address that is every customer's, so that a connection has to name its own. */
    public boolean hasOwnAddress() {
        return switch (this) {
            case JIRA_CLOUD, JIRA_DATA_CENTER -> true;
            case LINEAR, SLACK -> false;
        };
    }

    /** Whether tickets are tied to issues there. */
    public boolean tracksIssues() {
        return switch (this) {
            case LINEAR, JIRA_CLOUD, JIRA_DATA_CENTER -> true;
            case SLACK -> false;
        };
    }

    public static Optional<ExternalSystem> of(String text) {
        return Arrays.stream(values())
                .filter(system -> system.text.equals(text))
                .findAny();
    }

    /** For a refusal that tells what would have been accepted. */
    public static String supported() {
        return Arrays.stream(values()).map(ExternalSystem::text).collect(Collectors.joining(", "));
    }
}
