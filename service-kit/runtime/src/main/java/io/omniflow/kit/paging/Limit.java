package io.omniflow.kit.paging;

import io.omniflow.kit.problem.Problems;
import org.jspecify.annotations.Nullable;

/** How many items a page may hold. */
public final class Limit {
    public static final int DEFAULT = 50;
    public static final int MOST = 200;

    private Limit() {}

    /** The default for none; 422 outside 1 to {@value #MOST}. */
    public static int of(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MOST) {
            throw Problems.invalid("limit", "Must be between 1 and " + MOST);
        }
        return limit;
    }
}
