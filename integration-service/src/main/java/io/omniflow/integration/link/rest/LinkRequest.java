package io.omniflow.integration.link.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new issue wanted for a ticket, or an existing one to be tied to it. */
record LinkRequest(
        @Nullable UUID ticketId,
        @Nullable UUID connectionId,
        @Nullable String url) {
    private static final int LONGEST_ADDRESS = 2_000;

    /** A request with nothing missing. */
    sealed interface Complete {
        UUID ticketId();
    }

    record Make(UUID ticketId, UUID connectionId) implements Complete {}

    /** {@code connectionId} is null when the address shall tell. */
    record Tie(UUID ticketId, @Nullable UUID connectionId, URI url) implements Complete {}

    Complete complete() {
        List<FieldError> flaws = new ArrayList<>();
        if (ticketId == null) {
            flaws.add(new FieldError("/ticketId", "Is required"));
        }
        if (connectionId == null && url == null) {
            flaws.add(new FieldError("/connectionId", "Is required, unless url names an issue"));
        }
        @Nullable URI address = url == null ? null : address(url, flaws);
        if (ticketId != null && flaws.isEmpty()) {
            if (address != null) {
                return new Tie(ticketId, connectionId, address);
            }
            if (connectionId != null) {
                return new Make(ticketId, connectionId);
            }
        }
        throw Problems.invalid(flaws);
    }

    private static @Nullable URI address(String text, List<FieldError> flaws) {
        try {
            URI address = new URI(text.strip());
            if (text.length() <= LONGEST_ADDRESS && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // told below
        }
        flaws.add(new FieldError("/url", "Must be the address of an issue"));
        return null;
    }
}
