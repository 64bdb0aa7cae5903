package io.omniflow.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the relay. */
@ConfigMapping(prefix = "omniflow.outbox")
public interface OutboxConfig {
    /** Rows published in one go. */
    @WithDefault("500")
    int batch();

    /** Bytes published in one go, as PostgreSQL stores them (compressed); at least one row. */
    @WithDefault("4000000")
    long batchBytes();

    /** How often a replica that does not lead tries to, and a leader looks for rows nobody told it of. */
    @WithDefault("1s")
    Duration heartbeat();

    /** The topic whose publishing progress is told; none by default. */
    Optional<String> watermarkedTopic();

    /** How often the progress is told. */
    @WithDefault("250ms")
    Duration watermarkEvery();
}
