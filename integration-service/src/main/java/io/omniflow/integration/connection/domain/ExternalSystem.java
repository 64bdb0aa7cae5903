package io.omniflow.integration.connection.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A system a workspace can connect, and what it needs to be told. Another vendor is another constant. */
public enum ExternalSystem {
    LINEAR("linear");

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
        };
    }

    /** Names of the settings, all required. */
    public List<String> settings() {
        return switch (this) {
            case LINEAR -> List.of("teamId");
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
