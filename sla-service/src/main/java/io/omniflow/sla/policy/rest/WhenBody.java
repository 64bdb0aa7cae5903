package io.omniflow.sla.policy.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.policy.domain.Draft;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which tickets a policy is for: all parts that ask something must hold, one value of each is enough. */
@Schema(name = "PolicyConditions")
record WhenBody(
        @Nullable List<UUID> teamIds,
        @Nullable List<String> tags,
        @Nullable List<String> channels,
        @Nullable List<UUID> contactIds,
        @Nullable Map<String, List<String>> customFields) {

    Draft.When draft() {
        return new Draft.When(
                or(teamIds), or(tags), or(channels), or(contactIds), fields("/when/customFields", customFields));
    }

    static WhenBody of(Draft.When when) {
        return new WhenBody(when.teamIds(), when.tags(), when.channels(), when.contactIds(), when.customFields());
    }

    /** The mapper looks for nulls in lists, not in lists of lists. */
    static Map<String, List<String>> fields(String pointer, @Nullable Map<String, List<String>> given) {
        if (given == null) {
            return Map.of();
        }
        Map<String, List<String>> fields = new TreeMap<>();
        given.forEach((key, values) -> fields.put(key, values(pointer, values)));
        return fields;
    }

    private static List<String> values(String pointer, @Nullable List<String> values) {
        if (values == null || values.stream().anyMatch(Objects::isNull)) {
            throw Problems.malformed(pointer, "Must be lists of text");
        }
        return values;
    }

    private static <T> List<T> or(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
