package io.omniflow.ticket.view.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.listing.TicketSearch;
import io.omniflow.ticket.view.Scope;
import io.omniflow.ticket.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bounds of a view's fields, for a new one and for a changed one alike. */
final class TermsCheck {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST_COLUMN = 80;
    private static final int MOST_PARAMETERS = 40;
    private static final int LONGEST_VALUE = 1_000;

    private TermsCheck() {}

    /** Fails with 422 and a pointer to what breaks a rule. */
    static View.Terms checked(View.Terms terms) {
        List<FieldError> errors = new ArrayList<>();
        if (terms.name().isBlank() || terms.name().length() > LONGEST_NAME) {
            errors.add(new FieldError("/name", "must have 1 to " + LONGEST_NAME + " characters"));
        }
        if (terms.scope() == Scope.TEAM && terms.teamId() == null) {
            errors.add(new FieldError("/teamId", "is needed for a view of a team"));
        }
        if (terms.scope() != Scope.TEAM && terms.teamId() != null) {
            errors.add(new FieldError("/teamId", "is only for a view of a team"));
        }
        if (terms.columns().size() > MOST_COLUMNS
                || terms.columns().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_COLUMN)) {
            errors.add(new FieldError(
                    "/columns", "may list " + MOST_COLUMNS + " names of 1 to " + LONGEST_COLUMN + " characters"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        TicketSearch.savedOrder(terms.sort());
        return terms;
    }

    /**
     * A filter after a merge patch: each parameter a text or a list of texts, null taking it away. Whether the values mean
     * something is for the list to say.
     */
    static Map<String, List<String>> patched(
            Map<String, List<String>> before, Map<String, ? extends @Nullable Object> patch) {
        Map<String, List<String>> after = new TreeMap<>(before);
        patch.forEach((name, value) -> {
            if (value == null) {
                after.remove(name);
            } else {
                after.put(name, texts(name, value));
            }
        });
        if (after.size() > MOST_PARAMETERS
                || after.keySet().stream().anyMatch(name -> name.length() > LONGEST_COLUMN)) {
            throw Problems.invalid(
                    "/filter",
                    "may have at most " + MOST_PARAMETERS + " parameters with names of at most " + LONGEST_COLUMN
                            + " characters");
        }
        return after;
    }

    private static List<String> texts(String name, Object value) {
        List<?> values = value instanceof List<?> several ? several : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Object each : values) {
            if (!(each instanceof String text) || text.length() > LONGEST_VALUE) {
                throw Problems.invalid(
                        "/filter/" + name.replace("~", "~0").replace("/", "~1"),
                        "must be a text or a list of texts, each of at most " + LONGEST_VALUE + " characters");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }
}
