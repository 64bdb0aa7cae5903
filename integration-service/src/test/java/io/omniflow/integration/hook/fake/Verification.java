package io.omniflow.integration.hook.fake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver does, written from the text of the Standard Webhooks scheme and not from our sender: the secret is Base64
 * after its prefix, {@code id.timestamp.body} is signed, any of the signatures may fit, and the time must be near.
 */
public final class Verification {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Verification() {}

    public static boolean holds(String secret, Received call, Instant now) {
        Map<String, String> headers = call.headers();
        String timestamp = headers.getOrDefault("webhook-timestamp", "0");
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected = expected(secret, call.id() + "." + timestamp + "." + call.body());
        for (String versioned : headers.getOrDefault("webhook-signature", "").split(" ")) {
            String[] parts = versioned.split(",", 2);
            if (parts.length == 2
                    && parts[0].equals("v1")
                    && MessageDigest.isEqual(expected, parts[1].getBytes(StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] expected(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            return Base64.getEncoder().encode(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
