package io.omniflow.merge.merging.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why ticket-service did not do it: the last part of the problem's type, its HTTP status, and a sentence.
 *
 * @param pointer the part of the request that is wrong, as far as one is
 * @param destination the ticket one of them is merged into, where that is the reason
 * @param mergeId the merge in the way, where one is
 */
public record Refusal(
        String type,
        int status,
        String detail,
        @Nullable String pointer,
        @Nullable UUID destination,
        @Nullable UUID mergeId) {}
