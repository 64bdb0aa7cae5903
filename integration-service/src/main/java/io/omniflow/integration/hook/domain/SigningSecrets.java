package io.omniflow.integration.hook.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The secret of an endpoint and those it replaced, which sign along until their receivers have taken over the new one. */
public record SigningSecrets(SigningSecret current, List<Former> former) {
    /** Headers must not grow without an end, however often somebody rotates. */
    private static final int MOST_FORMER = 4;

    public SigningSecrets {
        former = List.copyOf(former);
    }

    public record Former(SigningSecret secret, Instant until) {}

    public static SigningSecrets first(SigningSecret secret) {
        return new SigningSecrets(secret, List.of());
    }

    /** @param until how long the one replaced signs along */
    public SigningSecrets rotated(SigningSecret next, Instant now, Instant until) {
        return new SigningSecrets(
                next,
                Stream.concat(Stream.of(new Former(current, until)), former.stream())
                        .filter(replaced -> replaced.until().isAfter(now))
                        .limit(MOST_FORMER)
                        .toList());
    }

    /** Newest first. */
    public List<SigningSecret> valid(Instant now) {
        return Stream.concat(
                        Stream.of(current),
                        former.stream()
                                .filter(replaced -> replaced.until().isAfter(now))
                                .map(Former::secret))
                .toList();
    }
}
