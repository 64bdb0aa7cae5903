package io.omniflow.integration.hook.postgres;

import io.omniflow.integration.connection.Sealing;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.SigningSecret;
import io.omniflow.integration.hook.domain.SigningSecrets;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Signing secrets as they are stored: JSON, sealed for their endpoint. */
@ApplicationScoped
class SealedSecrets {
    private static final String PURPOSE = "webhook signing secret";
    private static final String CURRENT = "current";
    private static final String FORMER = "former";
    private static final String SECRET = "secret";
    private static final String UNTIL = "until";

    private final Sealing sealing;

    SealedSecrets(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] seal(WorkspaceId workspace, EndpointId endpoint, SigningSecrets secrets) {
        JsonArray former = new JsonArray();
        secrets.former()
                .forEach(replaced -> former.add(new JsonObject()
                        .put(SECRET, replaced.secret().value())
                        .put(UNTIL, replaced.until().toString())));
        JsonObject plain =
                new JsonObject().put(CURRENT, secrets.current().value()).put(FORMER, former);
        return sealing.seal(PURPOSE, workspace, endpoint.value(), plain.encode());
    }

    SigningSecrets open(WorkspaceId workspace, EndpointId endpoint, byte[] sealed) {
        try {
            JsonObject plain = new JsonObject(sealing.unseal(PURPOSE, workspace, endpoint.value(), sealed));
            List<SigningSecrets.Former> former = plain.getJsonArray(FORMER).stream()
                    .map(JsonObject.class::cast)
                    .map(replaced -> new SigningSecrets.Former(
                            new SigningSecret(replaced.getString(SECRET)), Instant.parse(replaced.getString(UNTIL))))
                    .toList();
            return new SigningSecrets(new SigningSecret(plain.getString(CURRENT)), former);
        } catch (DecodeException unreadable) {
            // The cause may quote the text it could not read.
            throw new IllegalStateException("Secrets of endpoint " + endpoint.value() + " are not what was sealed");
        }
    }
}
