package io.omniflow.integration.connection.domain;

/** A value that must not be seen. Its text form is a mask, so that no log line or message can carry it. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
