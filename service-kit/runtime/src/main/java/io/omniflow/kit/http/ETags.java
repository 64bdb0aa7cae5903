package io.omniflow.kit.http;

import io.omniflow.kit.problem.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as strong entity tags: {@code "3"}. */
public final class ETags {
    private static final Pattern STRONG = Pattern.compile("\"([0-9]{1,18})\"");

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller insists on; empty when it insists on none (no header, or {@code *}).
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for anything but one strong tag made by {@link #of}
     */
    public static Optional<Long> ifMatch(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return Optional.empty();
        }
        Matcher tag = STRONG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problems.malformed("If-Match", "Must be one strong ETag such as \"3\"");
        }
        return Optional.of(Long.parseLong(tag.group(1)));
    }

    /** As {@link #ifMatch}, for changes that must name a version: 428 when none is named. */
    public static long ifMatchRequired(@Nullable String header) {
        return ifMatch(header).orElseThrow(Problems::versionRequired);
    }

    /** 412 when the caller insists on another version than the one at hand. */
    public static void check(Optional<Long> expected, long current) {
        if (expected.isPresent() && expected.get() != current) {
            throw Problems.stale(current);
        }
    }
}
