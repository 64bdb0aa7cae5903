package io.omniflow.ticket.view.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.view.Scope;
import io.omniflow.ticket.view.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch: the filter's parameters are patched one by one, columns are replaced. */
@Schema(name = "ChangeView")
record ViewChangeRequest(
        @Schema(implementation = String.class) MergePatch<String> name,
        @Schema(implementation = Scope.class) MergePatch<Scope> scope,
        @Schema(implementation = UUID.class) MergePatch<UUID> teamId,
        @Schema(implementation = Object.class) MergePatch<Map<String, @Nullable Object>> filter,
        @Schema(implementation = String.class) MergePatch<String> sort,
        @Schema(implementation = String[].class) MergePatch<List<String>> columns) {
    View.Terms over(View.Terms before) {
        Scope after = scope.overRequired(before.scope(), needed("/scope"));
        boolean leavesTeam = after != Scope.TEAM && teamId.isAbsent();
        return TermsCheck.checked(new View.Terms(
                name.overRequired(before.name(), needed("/name")).strip(),
                after,
                leavesTeam ? null : teamId.over(before.teamId()),
                filter(before.filter()),
                sort.overRequired(before.sort(), needed("/sort")),
                columns instanceof MergePatch.Cleared
                        ? List.of()
                        : columns.overRequired(before.columns(), needed("/columns"))));
    }

    /** The parameters this sets, each as it will be; those taken away are not among them. */
    Map<String, List<String>> givenFilter() {
        return filter(Map.of());
    }

    private Map<String, List<String>> filter(Map<String, List<String>> before) {
        if (filter.isAbsent()) {
            return before;
        }
        @Nullable Map<String, @Nullable Object> patch = filter.over(null);
        return patch == null ? Map.of() : TermsCheck.patched(before, patch);
    }

    private static Supplier<RuntimeException> needed(String pointer) {
        return () -> Problems.invalid(pointer, "cannot be emptied");
    }
}
