package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.incoming.WebhookReader;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.incoming.domain.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Jira's webhooks. Those an admin made with a secret are signed; those made by the API are not, and carry the secret as the
 * parameter {@code token} of their address instead. Neither kind signs a time, so repetitions are told by their id alone.
 */
@ApplicationScoped
class JiraWebhooks implements WebhookReader {
    private static final String SIGNATURE = "X-Hub-Signature";
    private static final String DELIVERY = "X-Atlassian-Webhook-Identifier";
    private static final int LONGEST_ID = 200;
    private static final String TOKEN = "token";
    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.JIRA_CLOUD, ExternalSystem.JIRA_DATA_CENTER);
    }

    @Override
    public Verdict judge(OpenConnection connection, IncomingRequest request, Instant now) {
        @Nullable Secret secret = connection.secrets().webhookSecret();
        if (secret == null) {
            return new Verdict.Forged("The connection has no webhook secret");
        }
        byte[] body = request.body();
        Optional<String> signature = request.header(SIGNATURE);
        boolean genuine = signature.isPresent()
                ? same(signature.get(), signature(secret, body))
                : request.parameter(TOKEN)
                        .filter(token -> same(token, secret.value()))
                        .isPresent();
        if (!genuine) {
            return new Verdict.Forged(
                    signature.isPresent()
                            ? "The signature is not that of the connection's webhook secret"
                            : "There is neither a signature nor the webhook secret as token");
        }
        return JiraEvents.isEvent(parsed(body))
                ? new Verdict.Genuine(request.header(DELIVERY)
                        .filter(id -> id.length() <= LONGEST_ID)
                        .orElseGet(() -> "sha256:" + digest(body)))
                : new Verdict.Unreadable("The body is no event of Jira");
    }

    @Override
    public List<Signal> read(OpenConnection connection, byte[] body) {
        return JiraEvents.signals(JiraDialect.of(connection), parsed(body));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
