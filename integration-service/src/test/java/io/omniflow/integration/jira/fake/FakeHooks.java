package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sends the fake's webhooks as Jira does: after the fact, not always once, and signed only where a secret was given. */
final class FakeHooks implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile IntSupplier copies = () -> 1;

    /** @param secret null for a webhook that the API made, which is not signed */
    record Hook(URI address, @Nullable String secret) {}

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

    void moved(FakeIssue issue, String from, String account) {
        ObjectNode body = event("jira:issue_updated", issue).put("issue_event_type_name", "issue_generic");
        body.putObject("user").put("accountId", account).put("key", account);
        ObjectNode item =
                body.putObject("changelog").put("id", "1").putArray("items").addObject();
        item.put("field", "status").put("fieldId", "status").put("from", from).put("to", issue.statusId());
        send(body);
    }

    void said(FakeIssue issue, JsonNode comment) {
        ObjectNode body = event("comment_created", issue);
        body.set("comment", comment);
        send(body);
    }

    private static ObjectNode event(String name, FakeIssue issue) {
        ObjectNode body =
                JSON.objectNode().put("timestamp", System.currentTimeMillis()).put("webhookEvent", name);
        body.set("issue", FakeRest.json(issue));
        return body;
    }

    private void send(ObjectNode event) {
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        String delivery = UUID.randomUUID().toString();
        for (Hook hook : hooks) {
            HttpRequest.Builder request = HttpRequest.newBuilder(hook.address())
                    .header("Content-Type", "application/json")
                    .header("X-Atlassian-Webhook-Identifier", delivery)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            if (hook.secret() != null) {
                request.header("X-Hub-Signature", "sha256=" + signature(hook.secret(), body));
            }
            for (int i = copies.getAsInt(); i > 0; i--) {
                var unused = http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
            }
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
