package io.omniflow.merge.retention.rest;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public keys that prove archives. */
@Schema(name = "AuditArchiveKeys")
record KeysView(@Schema(description = "Always Ed25519") String algorithm, List<KeyView> keys) {
    static final String EXAMPLE = """
            {
              "algorithm": "Ed25519",
              "keys": [{"id": "5b56bda1a5808451", "publicKey": "MCowBQYDK2VwAyEA…"}]
            }""";

    @Schema(name = "AuditArchiveKey")
    record KeyView(
            String id,
            @Schema(description = "X.509, in Base64") String publicKey) {}

    static KeysView of(Map<String, String> published) {
        return new KeysView(
                "Ed25519",
                published.entrySet().stream()
                        .map(key -> new KeyView(key.getKey(), key.getValue()))
                        .toList());
    }
}
