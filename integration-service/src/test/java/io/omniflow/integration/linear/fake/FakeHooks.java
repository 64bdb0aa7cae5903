package io.omniflow.integration.linear.fake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends the fake's webhooks as Linear does: signed, after the fact, and not always once. */
final class FakeHooks implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile IntSupplier copies = () -> 1;

    record Hook(URI address, String secret) {}

    void add(Hook hook) {
        hooks.add(hook);
    }

    void remove(URI address) {
        hooks.removeIf(hook -> hook.address().equals(address));
    }

    /** How often each of the next webhooks is sent; 0 for one that gets lost. */
    void copies(IntSupplier count) {
        this.copies = count;
    }

    void send(String type, String action, Map<String, Object> data, Map<String, Object> before) {
        if (hooks.isEmpty()) {
            return;
        }
        byte[] body = body(type, action, data, before);
        String delivery = UUID.randomUUID().toString();
        for (Hook hook : hooks) {
            HttpRequest request = HttpRequest.newBuilder(hook.address())
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("Linear-Delivery", delivery)
                    .header("Linear-Event", type)
                    .header("Linear-Signature", signature(hook.secret(), body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            for (int i = copies.getAsInt(); i > 0; i--) {
                var unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static byte[] body(String type, String action, Map<String, Object> data, Map<String, Object> before) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "action",
                    action,
                    "type",
                    type,
                    "createdAt",
                    Instant.now().toString(),
                    "data",
                    data,
                    "updatedFrom",
                    before,
                    "organizationId",
                    "00000000-0000-4000-8000-0000000000ff",
                    "webhookId",
                    "00000000-0000-4000-8000-0000000000fe",
                    "webhookTimestamp",
                    System.currentTimeMillis()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
