package io.omniflow.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A pool with one connection for everything beside the relay's own. Whoever asks for a second one while it holds the first
 * waits in vain here, as it would under load with a pool of any size.
 */
public final class OneConnection implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.reactive.max-size", "2");
    }
}
