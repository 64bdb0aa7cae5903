package io.omniflow.kit.problem;

import java.util.Map;

/** Names of HTTP statuses: the type of a problem nobody named more closely, and the title of all. */
final class Titles {
    private static final Map<Integer, String> BY_STATUS = Map.ofEntries(
            Map.entry(400, "Malformed"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(408, "Request timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(411, "Length required"),
            Map.entry(412, "Stale version"),
            Map.entry(413, "Too large"),
            Map.entry(414, "URI too long"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Invalid"),
            Map.entry(428, "Version required"),
            Map.entry(429, "Too many requests"),
            Map.entry(431, "Headers too large"),
            Map.entry(501, "Not implemented"),
            Map.entry(502, "Bad gateway"),
            Map.entry(503, "Unavailable"),
            Map.entry(504, "Gateway timeout"));

    private Titles() {}

    static String of(int status) {
        return BY_STATUS.getOrDefault(status, status < 500 ? "Malformed" : "Internal error");
    }

    static String typeOf(int status) {
        return of(status).toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
