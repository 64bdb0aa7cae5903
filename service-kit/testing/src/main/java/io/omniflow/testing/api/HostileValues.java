package io.omniflow.testing.api;

import java.util.List;
import java.util.Map;

/** What somebody who means no good might send. */
final class HostileValues {
    static final String LONG = "x".repeat(10_000);
    static final String TOO_LONG = "x".repeat(300_000);
    static final String DEEP = "[".repeat(2_000) + "]".repeat(2_000);

    /** Texts that may be taken as texts, and must be harmless then. */
    static final List<String> TEXTS = List.of(
            "'; drop table ticket; --",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/x}",
            "%s%n%00",
            "\u202e\u200b\ufeff\u0301 \uD83D\uDC69\u200D\uD83D\uDCBB",
            "-1",
            "0",
            "99999999999999999999",
            "1e309",
            "NaN",
            "null",
            LONG);

    /** By the JSON type each has; as JSON text. */
    static final Map<String, List<String>> JSON = Map.of(
            "string", List.of("\"text\"", "\"\"", "\"1\"", "\"true\""),
            "integer", List.of("1", "-1", "99999999999999999999999999"),
            "number", List.of("1.5", "1e300", "-0.0001"),
            "boolean", List.of("true"),
            "object", List.of("{}", "{\"a\": {\"b\": 1}}"),
            "array", List.of("[]", "[[]]", "[null]", "[1, \"a\", {}]"));

    /** Legal JSON, or nearly, that no field of any type can hold. */
    static final List<String> NEVER = List.of(
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "1e999999999",
            "\"" + TOO_LONG + "\"",
            DEEP,
            "NaN",
            "'x'",
            "");

    private HostileValues() {}
}
