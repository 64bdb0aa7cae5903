package io.omniflow.ticket.imports.domain;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's history says of one instant. Assignee, team and actor are ids or names of the system the history comes
 * from. What is null says nothing.
 */
public record HistoryEntry(
        Instant at,
        @Nullable Status status,
        @Nullable Priority priority,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable String actor,
        @Nullable Boolean agentReplied,
        @Nullable String note) {

    /** Two entries that say the same of the same instant are one. A hash, because a note may be long and this is a key. */
    public String identity() {
        String said = Stream.of(at.toEpochMilli(), status, priority, assignee, team, actor, agentReplied, note)
                .map(part -> part == null ? "-" : "+" + Objects.toString(part).replace("|", "||"))
                .collect(Collectors.joining("|"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
