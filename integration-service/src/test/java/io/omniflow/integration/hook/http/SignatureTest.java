package io.omniflow.integration.hook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.hook.domain.SigningSecret;
import io.omniflow.integration.hook.fake.Received;
import io.omniflow.integration.hook.fake.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final SigningSecret ONE = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final SigningSecret OTHER = SigningSecret.of(new byte[32]);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    @Test
    void the_known_example_of_the_scheme_is_signed_as_everybody_signs_it() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.header(List.of(ONE), ID, AT.getEpochSecond(), BODY));
    }

    @Test
    void each_of_two_secrets_verifies_and_a_third_does_not() {
        Received call = received(BODY);

        assertTrue(Verification.holds(ONE.value(), call, AT));
        assertTrue(Verification.holds(OTHER.value(), call, AT));
        assertFalse(Verification.holds(
                SigningSecret.of("somebody else's, of 32 bytes, no!".getBytes(StandardCharsets.US_ASCII))
                        .value(),
                call,
                AT));
    }

    @Test
    void a_changed_body_or_an_old_message_does_not_verify() {
        assertFalse(
                Verification.holds(ONE.value(), new Received("/", received(BODY).headers(), BODY + " "), AT));
        assertFalse(Verification.holds(ONE.value(), received(BODY), AT.plusSeconds(301)));
    }

    private static Received received(String body) {
        return new Received(
                "/",
                Map.of(
                        "webhook-id",
                        ID,
                        "webhook-timestamp",
                        Long.toString(AT.getEpochSecond()),
                        "webhook-signature",
                        Signature.header(List.of(OTHER, ONE), ID, AT.getEpochSecond(), body)),
                body);
    }
}
