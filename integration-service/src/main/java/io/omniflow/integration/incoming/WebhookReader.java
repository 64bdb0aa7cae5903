package io.omniflow.integration.incoming;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.incoming.domain.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How one vendor signs and writes its webhooks. Neither method calls anybody. */
public interface WebhookReader {
    Set<ExternalSystem> systems();

    /** Judges the raw body before anything of it is parsed. */
    Verdict judge(OpenConnection connection, IncomingRequest request, Instant now);

    /** What a genuine body says, our own doings left out; empty when it is nothing we follow. */
    List<Signal> read(OpenConnection connection, byte[] body);
}
