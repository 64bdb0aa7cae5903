package io.omniflow.ticket.rule.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which conversations to try a rule on: those opened in the last days, a week's by default. */
@Schema(name = "DryRunRule")
record DryRunRequest(@Nullable Duration last, @Nullable Integer limit) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final int MOST = 500;
    private static final int USUAL = 100;

    /** Fails with 422. */
    DryRunRequest checked() {
        List<FieldError> errors = new ArrayList<>();
        Duration wanted = last == null ? WEEK : last;
        if (!wanted.isPositive() || wanted.compareTo(YEAR) > 0) {
            errors.add(new FieldError("/last", "must be above PT0S and at most P366D"));
        }
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            errors.add(new FieldError("/limit", "must be 1 to " + MOST));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new DryRunRequest(wanted, most);
    }

    Duration span() {
        return last == null ? WEEK : last;
    }

    int most() {
        return limit == null ? USUAL : limit;
    }
}
