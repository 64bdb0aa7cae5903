package io.omniflow.integration.delivery.domain;

/**
 * Why something did not go through.
 *
 * @param type a kebab-case name that stays the same, such as {@code vendor-unavailable}
 * @param status the HTTP status that fits best
 * @param detail a sentence for people, with the other system's own words where it gave any
 */
public record Problem(String type, int status, String detail) {
    private static final String MISSING = "vendor-not-found";
    private static final int LONGEST_DETAIL = 1_000;
    private static final String UNAUTHORIZED = "vendor-unauthorized";

    public Problem {
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL);
        }
    }

    /** The other system understood and said no; asking again unchanged would not help. */
    public static Problem refused(String detail) {
        return new Problem("vendor-refused", 422, detail);
    }

    /** What was asked for is not there, or not for us. */
    public static Problem missing(String detail) {
        return new Problem(MISSING, 404, detail);
    }

    public boolean isMissing() {
        return type.equals(MISSING);
    }

    /** The other system does not take our credentials, or not for this. */
    public static Problem unauthorized(String detail) {
        return new Problem(UNAUTHORIZED, 403, detail);
    }

    /** Whether the other system does not take our credentials. */
    public boolean isOfCredentials() {
        return type.equals(UNAUTHORIZED);
    }

    /** The other system asks to be called less often. */
    public static Problem throttled(String detail) {
        return new Problem("vendor-rate-limited", 429, detail);
    }

    /** No usable answer came; what was asked may or may not have been done. */
    public static Problem unclear(String detail) {
        return new Problem("vendor-unavailable", 502, detail);
    }

    public static Problem connectionRemoved() {
        return new Problem("connection-removed", 409, "The connection was removed before this was delivered");
    }
}
