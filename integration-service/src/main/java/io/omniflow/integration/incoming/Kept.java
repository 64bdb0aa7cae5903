package io.omniflow.integration.incoming;

import io.omniflow.integration.incoming.domain.IncomingWebhook;

/** A webhook with its body. Not a record: bytes are not compared. */
public final class Kept {
    private final IncomingWebhook webhook;
    private final byte[] body;

    public Kept(IncomingWebhook webhook, byte[] body) {
        this.webhook = webhook;
        this.body = body.clone();
    }

    public IncomingWebhook webhook() {
        return webhook;
    }

    public byte[] body() {
        return body.clone();
    }
}
