package io.omniflow.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * POSTs that may be repeated. The key's row is inserted first, in the work's own transaction: a second call with the same
 * key waits for the first on that row, and work that fails leaves no row behind.
 */
@ApplicationScoped
public class IdempotentCalls {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    IdempotentCalls(Transactions transactions, IdempotencyKeys keys, ObjectMapper json) {
        this.transactions = transactions;
        this.keys = keys;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Does {@code work} once for a key and repeats its first answer for 24 hours. Another body under the same key is
     * answered 422.
     *
     * @param key the header {@code Idempotency-Key}; without one this is a plain write
     * @param operation what is done, such as {@code tickets.create}; the same key may be used for another
     * @param body the request as it was read; its JSON form is compared
     */
    public <T> Uni<Response> once(
            Caller caller,
            @Nullable String key,
            String operation,
            Object body,
            Function<SqlConnection, Uni<Response>> work) {
        if (key == null) {
            return transactions.write(work);
        }
        if (!KEY.matcher(key).matches()) {
            return Uni.createFrom()
                    .failure(Problems.malformed("Idempotency-Key", "Must be 1 to 200 visible ASCII characters"));
        }
        IdempotencyKeys.Use use = new IdempotencyKeys.Use(caller.workspace(), operation, key, fingerprint(body));
        return transactions.write(connection -> keys.claim(connection, use).flatMap(claim -> switch (claim) {
            case IdempotencyKeys.First _ ->
                work.apply(connection).flatMap(answer -> keys.keep(connection, use, answer));
            case IdempotencyKeys.Repeated(String fingerprint, Response answer) -> repeat(use, fingerprint, answer);
        }));
    }

    private static Uni<Response> repeat(IdempotencyKeys.Use use, String fingerprint, Response answer) {
        if (use.fingerprint().equals(fingerprint)) {
            return Uni.createFrom().item(answer);
        }
        return Uni.createFrom()
                .failure(Problems.invalid("Idempotency-Key", "The key was used with another body before"));
    }

    private String fingerprint(Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(body)));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
