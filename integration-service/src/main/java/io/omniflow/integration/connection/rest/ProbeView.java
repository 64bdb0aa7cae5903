package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.domain.ProbeResult;

/** {@code state} is {@code works} or {@code broken}; {@code message} says why in plain words. */
record ProbeView(String state, String message) {
    static ProbeView of(ProbeResult result) {
        return switch (result) {
            case ProbeResult.Works works -> new ProbeView("works", works.message());
            case ProbeResult.Broken broken -> new ProbeView("broken", broken.message());
        };
    }
}
