package io.omniflow.sla.policy.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.sla.policy.domain.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch of the conditions: lists are replaced as a whole, fields patched one by one. */
@Schema(name = "ChangePolicyConditions")
record WhenChange(
        @Schema(implementation = UUID[].class) MergePatch<List<UUID>> teamIds,
        @Schema(implementation = String[].class) MergePatch<List<String>> tags,
        @Schema(implementation = String[].class) MergePatch<List<String>> channels,
        @Schema(implementation = UUID[].class) MergePatch<List<UUID>> contactIds,
        @Schema(implementation = Object.class) MergePatch<Map<String, List<String>>> customFields) {

    Draft.When over(Draft.When before) {
        return new Draft.When(
                list(teamIds, before.teamIds()),
                list(tags, before.tags()),
                list(channels, before.channels()),
                list(contactIds, before.contactIds()),
                fields(before.customFields()));
    }

    private Map<String, List<String>> fields(Map<String, List<String>> before) {
        return switch (customFields) {
            case MergePatch.Absent<Map<String, List<String>>> _ -> before;
            case MergePatch.Cleared<Map<String, List<String>>> _ -> Map.of();
            case MergePatch.Given<Map<String, List<String>>>(Map<String, List<String>> given) -> {
                Map<String, List<String>> wanted = new HashMap<>(before);
                wanted.putAll(given);
                wanted.values().removeIf(WhenChange::isMissing);
                yield WhenBody.fields("/when/customFields", wanted);
            }
        };
    }

    private static boolean isMissing(@Nullable List<String> values) {
        return values == null;
    }

    private static <T> List<T> list(MergePatch<List<T>> patch, List<T> before) {
        @Nullable List<T> after = patch.over(before);
        return after == null ? List.of() : after;
    }
}
