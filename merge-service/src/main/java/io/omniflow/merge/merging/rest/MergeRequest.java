package io.omniflow.merge.merging.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.domain.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tickets to be made part of another. */
@Schema(name = "RequestMerge")
record MergeRequest(
        @Nullable @Schema(description = "1 to 20 tickets, each once; none is the destination")
        List<UUID> sources,

        @Nullable @Schema(description = "The ticket that gets all they have")
        UUID destination,

        @Nullable @Schema(description = "For the record, at most 1,000 characters")
        String reason) {

    /** Fails with 422 and a pointer to each part that is missing or breaks a rule. */
    Wish wish() {
        List<FieldError> errors = new ArrayList<>();
        @Nullable UUID into = destination;
        if (into == null) {
            errors.add(new FieldError("/destination", "Is required"));
        }
        List<UUID> from = sources == null ? List.of() : sources;
        if (sources == null) {
            errors.add(new FieldError("/sources", "Is required"));
        } else if (from.isEmpty() || from.size() > Wish.MOST_SOURCES) {
            errors.add(new FieldError("/sources", "Must name 1 to " + Wish.MOST_SOURCES + " tickets"));
        } else {
            errors.addAll(doubled(from, into));
        }
        if (reason != null && reason.codePointCount(0, reason.length()) > Wish.MOST_CHARACTERS) {
            errors.add(new FieldError("/reason", "Must have at most " + Wish.MOST_CHARACTERS + " characters"));
        }
        if (into == null || !errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new Wish(from, into, reason);
    }

    private static List<FieldError> doubled(List<UUID> sources, @Nullable UUID destination) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            UUID source = sources.get(i);
            if (source.equals(destination)) {
                errors.add(new FieldError("/sources/" + i, "Must not be the destination"));
            } else if (!seen.add(source)) {
                errors.add(new FieldError("/sources/" + i, "Must be named once"));
            }
        }
        return errors;
    }
}
