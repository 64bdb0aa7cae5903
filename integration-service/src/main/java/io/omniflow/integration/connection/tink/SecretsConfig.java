package io.omniflow.integration.connection.tink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the keyset lies that seals secrets. */
@ConfigMapping(prefix = "omniflow.secrets")
interface SecretsConfig {
    /** A Tink AEAD keyset as JSON, readable by this service only. */
    Path keysetFile();

    /** Whether an absent file is made, as on a laptop; elsewhere it is a mistake to start without one. */
    @WithDefault("false")
    boolean createKeyset();
}
