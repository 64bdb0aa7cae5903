package io.omniflow.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something was refused: the problem type's last segment ({@code not-found}, {@code already-merged}) and a sentence.
 * {@code pointer} is the part of the request that is wrong, as far as one is; {@code destination} the ticket another is merged
 * into, {@code mergeId} the merge in the way.
 */
public record Problem(
        String type,
        @Min(400) @Max(599) int status,
        String detail,
        @Nullable String pointer,
        @Nullable UUID destination,
        @Nullable UUID mergeId) {

    /** As release 1.0 told it. */
    public Problem(String type, int status, String detail) {
        this(type, status, detail, null, null, null);
    }
}
