package io.omniflow.integration.hook.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningSecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void the_replaced_secret_signs_along_until_its_time_is_over() {
        SigningSecrets rotated = SigningSecrets.first(secret(1)).rotated(secret(2), NOW, NOW.plus(DAY));

        assertEquals(List.of(secret(2), secret(1)), rotated.valid(NOW.plus(DAY).minusMillis(1)));
        assertEquals(List.of(secret(2)), rotated.valid(NOW.plus(DAY)));
    }

    @Test
    void a_second_rotation_takes_no_secret_away_before_its_time() {
        SigningSecrets rotated = SigningSecrets.first(secret(1))
                .rotated(secret(2), NOW, NOW.plus(DAY))
                .rotated(secret(3), NOW.plusSeconds(1), NOW.plus(DAY));

        assertEquals(List.of(secret(3), secret(2), secret(1)), rotated.valid(NOW.plusSeconds(2)));
    }

    @Test
    void many_rotations_leave_a_bounded_number() {
        SigningSecrets rotated = SigningSecrets.first(secret(0));
        for (int i = 1; i < 50; i++) {
            rotated = rotated.rotated(secret(i), NOW, NOW.plus(DAY));
        }
        assertEquals(5, rotated.valid(NOW).size());
        assertEquals(secret(49), rotated.valid(NOW).getFirst());
    }

    @Test
    void a_secret_has_the_form_of_the_scheme_and_tells_nothing_in_logs() {
        SigningSecret secret = secret(7);

        assertTrue(secret.value().startsWith("whsec_"));
        assertArrayEquals(key(7), secret.key());
        assertFalse(secret.toString().contains(secret.value()));
        assertThrows(IllegalArgumentException.class, () -> SigningSecret.of(new byte[23]));
        assertThrows(IllegalArgumentException.class, () -> SigningSecret.of(new byte[65]));
    }

    private static SigningSecret secret(int number) {
        return SigningSecret.of(key(number));
    }

    private static byte[] key(int number) {
        byte[] key = new byte[24];
        key[0] = (byte) number;
        return key;
    }
}
